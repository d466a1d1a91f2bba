package ru.smolensk.mentoring.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Which address is open to whom: the one place that decides. What is not named here does not exist for anybody (404).
 * Inside the workspace every query takes the organisation of the curator's appointment besides.
 */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private static final String[] ASSETS = {"/assets/**", "/webjars/**", "/favicon.ico", "/robots.txt"};
    private static final String[] PUBLIC_PAGES = {"/", "/organisations", "/organisations/*", "/organisations/*/editions",
        "/organisations/*/files/**", "/acts", "/acts/files/**", "/help", "/accessibility", "/privacy", "/login",
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"};
    private static final String[] MEMBERS = {"/workspace", "/workspace/**", "/department", "/department/**", "/admin", "/admin/**",
        "/account", "/account/**"};

    @Bean
    SecurityFilterChain addresses(HttpSecurity http, LoginThrottle throttle) throws Exception {
        return http
                .authorizeHttpRequests(address -> address
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(ASSETS).permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_PAGES).permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES).permitAll()
                        .requestMatchers("/workspace", "/workspace/**").hasRole(Role.CURATOR.name())
                        .requestMatchers(HttpMethod.GET, "/department", "/department/**")
                        .hasAnyRole(Role.METHODOLOGIST.name(), Role.OBSERVER.name())
                        .requestMatchers("/department", "/department/**").hasRole(Role.METHODOLOGIST.name())
                        .requestMatchers("/admin", "/admin/**").hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers("/account", "/account/**").authenticated()
                        .anyRequest().denyAll())
                .formLogin(login -> login.loginPage("/login").successHandler(home())
                        .failureHandler((request, response, failure) -> {
                            throttle.failed(request.getParameter("username"), request.getRemoteAddr());
                            response.sendRedirect("/login?error");
                        }).permitAll())
                .addFilterBefore(new LoginGate(throttle), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new PasswordChangeFirst(), org.springframework.security.web.access.intercept.AuthorizationFilter.class)
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(denied -> denied
                        .authenticationEntryPoint((request, response, failure) -> {
                            if (forMembers(request)) {
                                new LoginUrlAuthenticationEntryPoint("/login").commence(request, response, failure);
                            } else {
                                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                            }
                        })
                        .accessDeniedHandler((request, response, failure) -> {
                            if (failure instanceof CsrfException || forMembers(request)) {
                                new AccessDeniedHandlerImpl().handle(request, response, failure);
                            } else {
                                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                            }
                        }))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(), interest-cohort=()"))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(12);
    }

    private static boolean forMembers(HttpServletRequest request) {
        for (String pattern : MEMBERS) {
            if (PathPatternRequestMatcher.withDefaults().matcher(pattern).matches(request)) {
                return true;
            }
        }
        return false;
    }

    /** After the login people come back to the page they asked for; only pages are remembered, not what scripts or crawlers ask. */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod()) && forMembers(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static SavedRequestAwareAuthenticationSuccessHandler home() {
        return new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
                return ((AccountUser) authentication.getPrincipal()).home();
            }
        };
    }
}
