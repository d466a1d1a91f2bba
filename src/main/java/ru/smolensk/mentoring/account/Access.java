package ru.smolensk.mentoring.account;

import static org.springframework.security.web.util.matcher.RegexRequestMatcher.regexMatcher;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which address is open to whom: the one place that decides. What is not named here does not exist for anybody (404).
 * Inside the workspace every query takes the organisation of the curator's appointment besides.
 */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String[] ASSETS = {"/assets/**", "/webjars/**", "/favicon.ico", "/robots.txt"};
    private static final String[] PUBLIC_PAGES = {"/", "/organisations", "/organisations/*", "/organisations/*/editions", "/organisations/*/roadmap", "/organisations/*/report",
        "/organisations/*/dynamics/**", "/dynamics/**",
        "/organisations/*/files/**", "/acts", "/acts/files/**", "/roadmap", "/mentors", "/mentors/*", "/open-data", "/help", "/accessibility", "/privacy", "/login",
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"};
    private static final String[] OPEN_TO_OTHER_SITES = {"/api/v1/**", "/organisations/*/widget", "/organisations/*/widget.html"};
    /** Forms that change something: an observer only reads, so they are not for them even to look at. */
    private static final String DEPARTMENT_FORMS = "/department/(.+/(new|invite|edit|end|annul|import(/.*)?)"
            + "|templates/[^/]+/(built-in|editions/[^/]+))(\\?.*)?";
    private static final RequestMatcher WORK = any("/workspace", "/workspace/**", "/department", "/department/**", "/admin", "/admin/**");
    private static final RequestMatcher MEMBERS = new OrRequestMatcher(WORK, any("/account", "/account/**", "/notices", "/notices/**", "/exports/**"));

    /**
     * Respondents have no account: the link itself is the secret, and nothing of a browser is asked for. No session is read or made, so
     * there is none that could run out while a page stands open, and nothing that a forged form could make use of: whoever can forge one
     * knows the link and needs nobody's browser. That is why these addresses have no CSRF token.
     */
    @Bean
    @Order(1)
    SecurityFilterChain respondents(HttpSecurity http) throws Exception {
        return http.securityMatcher("/survey", "/survey/**")
                .authorizeHttpRequests(address -> address.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .build();
    }

    /**
     * What other sites and programs read: open data and the widget. It knows nobody, so it takes no cookie and gives none. Only here a page may
     * stand in a frame; {@code StrictHeaders} says in which.
     */
    @Bean
    @Order(2)
    SecurityFilterChain openToOtherSites(HttpSecurity http) throws Exception {
        return http.securityMatcher(any(OPEN_TO_OTHER_SITES))
                .authorizeHttpRequests(address -> address.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(CsrfConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable))
                .build();
    }

    @Bean
    SecurityFilterChain addresses(HttpSecurity http, LoginThrottle throttle) throws Exception {
        RequestCache asked = pagesOnly();
        return http
                .authorizeHttpRequests(address -> address
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(ASSETS).permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_PAGES).permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES).permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, PUBLIC_PAGES).permitAll()
                        .requestMatchers("/invitation/*").permitAll()
                        .requestMatchers("/workspace", "/workspace/**").hasRole(Role.CURATOR.name())
                        .requestMatchers(regexMatcher(DEPARTMENT_FORMS)).hasRole(Role.METHODOLOGIST.name())
                        .requestMatchers(HttpMethod.GET, "/department", "/department/**")
                        .hasAnyRole(Role.METHODOLOGIST.name(), Role.OBSERVER.name())
                        .requestMatchers("/department", "/department/**").hasRole(Role.METHODOLOGIST.name())
                        .requestMatchers("/admin", "/admin/**").hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers("/account", "/account/**", "/notices", "/notices/**", "/exports/**").authenticated()
                        .anyRequest().denyAll())
                .formLogin(login -> login.loginPage("/login").successHandler(new AfterLogin(asked))
                        .failureHandler((request, response, wrong) -> BackToLogin.send(request, response, "error")).permitAll())
                .addFilterBefore(new LoginGate(throttle), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new PasswordChangeFirst(WORK), AuthorizationFilter.class)
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(denied -> denied
                        .authenticationEntryPoint((request, response, failure) -> {
                            if (MEMBERS.matches(request)) {
                                new LoginUrlAuthenticationEntryPoint("/login").commence(request, response, failure);
                            } else {
                                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                            }
                        })
                        .accessDeniedHandler((request, response, failure) -> {
                            if (failure instanceof CsrfException || MEMBERS.matches(request)) {
                                new AccessDeniedHandlerImpl().handle(request, response, failure);
                            } else {
                                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                            }
                        }))
                .build();
    }

    @Bean
    Passwords passwords(@Value("${portal.password-cost:12}") int cost) {
        return new Passwords(cost);
    }

    private static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(pattern)).toList());
    }

    /** After the login people come back to the page they asked for; only pages are remembered, not what scripts or crawlers ask. */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod()) && MEMBERS.matches(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
