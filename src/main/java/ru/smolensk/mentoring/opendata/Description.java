package ru.smolensk.mentoring.opendata;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** How the open data are described to programmers (OpenAPI), and who may ask for them: every site, but only to read. */
@Configuration(proxyBeanMethods = false)
class Description {

    private static final String ADDRESSES = "/api/v1/*";
    private static final String ITSELF = "/api/v1/openapi.json";
    private static final String PROBLEM = "Problem";
    /** Left out of an answer where they say nothing. */
    private static final Set<String> SOMETIMES = Set.of("invited", "reason", "names");

    /** Told by itself; everything else springdoc reads from the controller. */
    @Bean
    OpenAPI heading() {
        return new OpenAPI().info(new Info().title("Открытые данные реестра наставничества города Смоленска").version("1")
                        .description("Показатели наставничества педагогических работников по форме приказа № 475 от 30.12.2021. Здесь только "
                                + "опубликованное: самые новые редакции разделов. Без ключа, без cookie, с любого сайта. Пояснения – на странице /open-data"))
                .servers(List.of(new Server().url("/").description("Этот портал")));
    }

    /** Says what springdoc can't know: what is always there, that nothing else is, and how failures look. */
    @Bean
    @SuppressWarnings("unchecked")
    OpenApiCustomizer exactly() {
        return description -> {
            description.getComponents().getSchemas().values().forEach(Description::nothingElse);
            // A reference is never null by itself: an organisation without a section has no figures.
            description.getComponents().getSchemas().get("OrganisationRow").getProperties().put("indicators", new Schema<>().anyOf(List.of(
                    new Schema<>().$ref("#/components/schemas/Indicators"), new Schema<>().types(Set.of("null")))));
            description.getComponents().addSchemas(PROBLEM, problem());
            description.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> failures(path, operation)));
        };
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void nothingElse(Schema schema) {
        if (schema.getProperties() != null) {
            schema.setAdditionalProperties(false);
            List<String> required = new ArrayList<>(((Map<String, Schema>) schema.getProperties()).keySet());
            required.removeAll(SOMETIMES);
            schema.setRequired(required);
        }
    }

    private static void failures(String path, Operation operation) {
        operation.getResponses().addApiResponse("304", new ApiResponse().description("С прошлого ответа (If-None-Match) ничего не изменилось"));
        operation.getResponses().get("200").description("Данные").addHeaderObject(HttpHeaders.ETAG, new io.swagger.v3.oas.models.headers.Header()
                .description("Версия ответа").schema(new Schema<String>().types(Set.of("string"))));
        if (operation.getParameters() != null) {
            operation.getResponses().addApiResponse("400", failure("Параметр не понят: в detail сказано, какой и каким он бывает"));
        }
        if (path.contains("{")) {
            operation.getResponses().addApiResponse("404", failure("Такой организации нет, или её раздел ещё не опубликован"));
        }
    }

    private static ApiResponse failure(String description) {
        return new ApiResponse().description(description).content(new Content().addMediaType("application/problem+json",
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<Object> problem = new Schema<>().types(Set.of("object")).description("Описание ошибки (RFC 9457)");
        problem.addProperty("type", new Schema<String>().types(Set.of("string")));
        problem.addProperty("title", new Schema<String>().types(Set.of("string")));
        problem.addProperty("status", new Schema<Integer>().types(Set.of("integer")));
        problem.addProperty("detail", new Schema<String>().types(Set.of("string")));
        problem.addProperty("instance", new Schema<String>().types(Set.of("string")));
        problem.setRequired(List.of("title", "status", "detail"));
        return problem;
    }

    /** Before all other filters, so that failures may be read from everywhere too. */
    @Bean
    FilterRegistrationBean<CorsFilter> everySiteReads() {
        CorsConfiguration everybody = new CorsConfiguration();
        everybody.addAllowedOrigin(CorsConfiguration.ALL);
        everybody.setAllowedMethods(List.of("GET", "HEAD"));
        everybody.setAllowedHeaders(List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.ACCEPT));
        everybody.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LINK));
        everybody.setAllowCredentials(false);
        everybody.setMaxAge(86_400L);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/v1/**", everybody);
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(source));
        filter.addUrlPatterns(ADDRESSES);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** The address says in which form an answer is, not the header «Accept»: a link opens in every browser. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> theAddressSaysTheForm() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                chain.doFilter(new HttpServletRequestWrapper(request) {
                    @Override
                    public String getHeader(String name) {
                        return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? null : super.getHeader(name);
                    }

                    @Override
                    public Enumeration<String> getHeaders(String name) {
                        return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
                    }
                }, response);
            }
        });
        filter.addUrlPatterns(ADDRESSES);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> versionOfTheDescription() {
        ShallowEtagHeaderFilter etag = new ShallowEtagHeaderFilter();
        etag.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(etag);
        filter.addUrlPatterns(ITSELF);
        return filter;
    }
}
