/** The demo city: invented organisations, people and histories, entered through the services that people use (profile {@code demo}). */
@org.springframework.modulith.ApplicationModule(displayName = "Demo city")
package ru.smolensk.mentoring.demo;
