package ru.smolensk.mentoring.embedded;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded PostgreSQL works.
 *
 * @param folder the folder of its data, kept between starts
 * @param port its port on this machine; 0 means any free one
 */
@ConfigurationProperties("portal.embedded")
record EmbeddedSettings(@DefaultValue("data/postgres") String folder, @DefaultValue("54329") int port) {
}
