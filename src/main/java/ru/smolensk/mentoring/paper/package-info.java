/** How papers are set: one document becomes DOCX and PDF, a table becomes a workbook, figures become a chart. No rule of the order lives here. */
@org.springframework.modulith.ApplicationModule(displayName = "Paper", allowedDependencies = "platform")
package ru.smolensk.mentoring.paper;
