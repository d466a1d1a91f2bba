package ru.smolensk.mentoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The web portal that runs the system of mentoring for teachers of Smolensk (order № 475). */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MentoringRegistry {

    public static void main(String[] arguments) {
        SpringApplication.run(MentoringRegistry.class, arguments);
    }
}
