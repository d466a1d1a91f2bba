package ru.smolensk.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.UriUtils;
import ru.smolensk.mentoring.platform.Tenant;
import ru.smolensk.mentoring.testing.Broken;
import ru.smolensk.mentoring.testing.PortalTest;
import ru.smolensk.mentoring.testing.Town;
import ru.smolensk.mentoring.testing.Turn;

/**
 * Every address of the portal × everybody who can ask for it. Each line of {@link #TABLE} is really sent, through all filters, with a CSRF
 * token and without a single field.
 *
 * <p><b>A new address?</b> The build says which line is missing. Write it into the part of your module: the pattern exactly as it is mapped,
 * the method, and what each of the six gets:
 * <ul>
 * <li>{@code open} – the page or the action: neither the login nor 403 nor 404, and never a failure (for a POST 422 and 302 are fine)
 * <li>{@code login} – sent to the login page
 * <li>{@code 403} – not for this role
 * <li>{@code 404} – for this reader there is no such thing
 * </ul>
 * {@code own} is a curator of the organisation that the thing belongs to, {@code other} a curator of another one, who must get 404 wherever
 * the address has an identifier in it.
 *
 * <p><b>An identifier in the address?</b> Add to {@link #THINGS} how one such thing of "this organisation" is made, under the part of the
 * pattern that ends with it. It is made anew for each request, so give unique columns {@code Town.number()}.
 */
@PortalTest
@Order(Turn.EVERYTHING)
class AccessTableTest {

    private static final String TABLE = """
            address                            method  visitor  own    other  methodologist  observer  administrator

            # the portal itself
            /accessibility                     GET     open     open   open   open           open      open
            /help                              GET     open     open   open   open           open      open
            /privacy                           GET     open     open   open   open           open      open
            /error                             GET     404      404    404    404            404       404
            /error                             POST    404      404    404    404            404       404

            # the own account
            /login                             GET     open     open   open   open           open      open
            /account                           GET     login    open   open   open           open      open
            /account                           POST    login    open   open   open           open      open
            /account/mail                      GET     login    open   open   open           open      open
            /account/mail                      POST    login    open   open   open           open      open
            /invitation/{token}                GET     404      404    404    404            404       404
            /invitation/{token}                POST    404      404    404    404            404       404
            /notices                           GET     login    open   open   open           open      open
            /notices/{id}                      POST    login    404    404    404            404       404
            /notices/read                      POST    login    open   open   open           open      open

            # organisations
            /workspace/choose                  POST    login    404    404    403            403       403
            /workspace/staff                   GET     login    open   open   403            403       403
            /workspace/staff/new               GET     login    open   open   403            403       403
            /workspace/staff/new               POST    login    open   open   403            403       403
            /workspace/staff/{id}/edit         GET     login    open   404    403            403       403
            /workspace/staff/{id}/edit         POST    login    open   404    403            403       403
            /workspace/staff/{id}/annul        GET     login    open   404    403            403       403
            /workspace/staff/{id}/annul        POST    login    open   404    403            403       403
            /workspace/partners                GET     login    open   open   403            403       403
            /workspace/partners/new            GET     login    open   open   403            403       403
            /workspace/partners/new            POST    login    open   open   403            403       403
            /workspace/partners/{id}           GET     login    open   404    403            403       403
            /workspace/partners/{id}/edit      GET     login    open   404    403            403       403
            /workspace/partners/{id}/edit      POST    login    open   404    403            403       403
            /workspace/partners/{id}/annul     GET     login    open   404    403            403       403
            /workspace/partners/{id}/annul     POST    login    open   404    403            403       403

            # people
            /workspace/mentors                 GET     login    open   open   403            403       403
            /workspace/mentors/new             GET     login    open   open   403            403       403
            /workspace/mentors/new             POST    login    open   open   403            403       403
            /workspace/mentors/{id}            GET     login    open   404    403            403       403
            /workspace/mentors/{id}/edit       GET     login    open   404    403            403       403
            /workspace/mentors/{id}/edit       POST    login    open   404    403            403       403
            /workspace/mentors/{id}/role       GET     login    open   404    403            403       403
            /workspace/mentors/{id}/role       POST    login    open   404    403            403       403
            /workspace/mentors/{id}/leave      GET     login    open   404    403            403       403
            /workspace/mentors/{id}/leave      POST    login    open   404    403            403       403
            /workspace/mentors/{id}/consents/new  GET  login  open  404  403  403  403
            /workspace/mentors/{id}/consents/new  POST  login  open  404  403  403  403
            /workspace/mentors/{id}/consents/{consentId}/withdraw  GET  login  open  404  403  403  403
            /workspace/mentors/{id}/consents/{consentId}/withdraw  POST  login  open  404  403  403  403
            /workspace/mentors/{id}/return     POST    login    open   404    403            403       403
            /workspace/mentees                 GET     login    open   open   403            403       403
            /workspace/mentees/new             GET     login    open   open   403            403       403
            /workspace/mentees/new             POST    login    open   open   403            403       403
            /workspace/mentees/{id}            GET     login    open   404    403            403       403
            /workspace/mentees/{id}/helpers    GET     login    open   404    403            403       403
            /department/organisations/{slug}/mentees/{id}/helpers  GET  login  403  403  open  open  403
            /workspace/mentees/{id}/edit       GET     login    open   404    403            403       403
            /workspace/mentees/{id}/edit       POST    login    open   404    403            403       403
            /workspace/mentees/{id}/role       GET     login    open   404    403            403       403
            /workspace/mentees/{id}/role       POST    login    open   404    403            403       403
            /workspace/mentees/{id}/leave      GET     login    open   404    403            403       403
            /workspace/mentees/{id}/leave      POST    login    open   404    403            403       403
            /workspace/mentees/{id}/consents/new  GET  login  open  404  403  403  403
            /workspace/mentees/{id}/consents/new  POST  login  open  404  403  403  403
            /workspace/mentees/{id}/consents/{consentId}/withdraw  GET  login  open  404  403  403  403
            /workspace/mentees/{id}/consents/{consentId}/withdraw  POST  login  open  404  403  403  403
            /workspace/mentees/{id}/return     POST    login    open   404    403            403       403

            # orders, pairs and groups
            /workspace/orders                  GET     login    open   open   403            403       403
            /workspace/orders/new              GET     login    open   open   403            403       403
            /workspace/orders/new              POST    login    open   open   403            403       403
            /workspace/orders/{id}             GET     login    open   404    403            403       403
            /workspace/orders/{id}/edit        GET     login    open   404    403            403       403
            /workspace/orders/{id}/edit        POST    login    open   404    403            403       403
            /workspace/orders/{id}/annul       GET     login    open   404    403            403       403
            /workspace/orders/{id}/annul       POST    login    open   404    403            403       403
            /workspace/mentorships             GET     login    open   open   403            403       403
            /workspace/mentorships/new         GET     login    open   open   403            403       403
            /workspace/mentorships/new         POST    login    open   open   403            403       403
            /workspace/mentorships/{id}        GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/edit   GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/edit   POST    login    open   404    403            403       403
            /workspace/mentorships/{id}/end    GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/end    POST    login    open   404    403            403       403
            /workspace/mentorships/{id}/replace GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/replace POST    login    open   404    403            403       403
            /workspace/mentorships/{id}/leave  GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/leave  POST    login    open   404    403            403       403
            /workspace/mentorships/{id}/stay   GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/stay   POST    login    open   404    403            403       403
            /workspace/mentorships/{id}/go-on  GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/go-on  POST    login    open   404    403            403       403
            /workspace/mentorships/{id}/join   GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/join   POST    login    open   404    403            403       403
            /workspace/mentorships/{id}/annul  GET     login    open   404    403            403       403
            /workspace/mentorships/{id}/annul  POST    login    open   404    403            403       403

            # programmes
            /workspace/programmes              GET     login    open   open   403            403       403
            /workspace/programmes/new          GET     login    open   open   403            403       403
            /workspace/programmes/new          POST    login    open   open   403            403       403
            /workspace/programmes/{id}         GET     login    open   404    403            403       403
            /workspace/programmes/{id}/edit    GET     login    open   404    403            403       403
            /workspace/programmes/{id}/edit    POST    login    open   404    403            403       403
            /workspace/programmes/{id}/approve GET     login    open   404    403            403       403
            /workspace/programmes/{id}/approve POST    login    open   404    403            403       403
            /workspace/programmes/{id}/amend   POST    login    open   404    403            403       403
            /workspace/programmes/{id}/progress GET     login    open   404    403            403       403
            /workspace/programmes/{id}/progress POST    login    open   404    403            403       403
            /workspace/programmes/{id}/complete GET     login    open   404    403            403       403
            /workspace/programmes/{id}/complete POST    login    open   404    403            403       403
            /workspace/programmes/{id}/cancel  GET     login    open   404    403            403       403
            /workspace/programmes/{id}/cancel  POST    login    open   404    403            403       403
            /workspace/programmes/{id}/discard GET     login    open   404    403            403       403
            /workspace/programmes/{id}/discard POST    login    open   404    403            403       403
            /workspace/programmes/{id}/annul   GET     login    open   404    403            403       403
            /workspace/programmes/{id}/annul   POST    login    open   404    403            403       403

            # monitoring reports
            /workspace/reports                 GET     login    open   open   403            403       403
            /workspace/reports                 POST    login    open   open   403            403       403
            /workspace/reports/{id}            GET     login    open   404    403            403       403
            /workspace/reports/{id}/submit     POST    login    open   404    403            403       403
            /workspace/reports/{id}/withdraw   POST    login    open   404    403            403       403
            /workspace/reports/{id}/amend      POST    login    open   404    403            403       403
            /workspace/reports/{id}/discard    POST    login    open   404    403            403       403
            /workspace/reports/{id}/process    GET     login    open   404    403            403       403
            /workspace/reports/{id}/process/{programme}  GET   login  open  404  403  403  403
            /workspace/reports/{id}/process/{programme}  POST  login  open  404  403  403  403
            /workspace/reports/{id}/influence  GET     login    open   404    403            403       403
            /workspace/reports/{id}/influence  POST    login    open   404    403            403       403
            /workspace/reports/{id}/risks      GET     login    open   404    403            403       403
            /workspace/reports/{id}/risks      POST    login    open   404    403            403       403
            /workspace/reports/{id}/figures    GET     login    open   404    403            403       403
            /workspace/reports/{id}/figures    POST    login    open   404    403            403       403
            /workspace/reports/{id}/conclusions  GET   login    open   404    403            403       403
            /workspace/reports/{id}/conclusions  POST  login    open   404    403            403       403
            /workspace/reports/{id}/attachments  GET   login    open   404    403            403       403
            /workspace/reports/{id}/attachments  POST  login    open   404    403            403       403
            /workspace/reports/{id}/attachments/{file}/remove  POST  login  open  404  403  403  403
            /workspace/reports/{id}/print      GET     login    open   404    403            403       403
            /workspace/reports/{id}/report.docx  GET   login    open   404    403            403       403
            /workspace/reports/{id}/report.pdf   GET   login    open   404    403            403       403
            /department/reports/{id}           GET     login    403    403    open           open      403
            /department/monitoring             GET     login    403    403    open           open      403
            /department/monitoring/{year:20\\d\\d}  GET   login  403  403  open  open  403
            /department/monitoring/new         GET     login    403    403    open           403       403
            /department/monitoring/new         POST    login    403    403    open           403       403
            /department/monitoring/campaigns/{id}        GET   login  403  403  open  open  403
            /department/monitoring/campaigns/{id}/edit   GET   login  403  403  open  403   403
            /department/monitoring/campaigns/{id}/edit   POST  login  403  403  open  403   403
            /department/monitoring/campaigns/{id}/annul  GET   login  403  403  open  403   403
            /department/monitoring/campaigns/{id}/annul  POST  login  403  403  open  403   403
            # the report there is with its organisation
            /department/reports/{id}/report.docx  GET  login    403    403    404            404       403
            /department/reports/{id}/report.pdf   GET  login    403    403    404            404       403
            /department/monitoring/{year:20\\d\\d}/note         GET   login  403  403  open  open  403
            /department/monitoring/{year:20\\d\\d}/note/edit    GET   login  403  403  open  403   403
            /department/monitoring/{year:20\\d\\d}/note/edit    POST  login  403  403  open  403   403
            /department/monitoring/{year:20\\d\\d}/note.docx    GET   login  403  403  open  open  403
            /department/monitoring/{year:20\\d\\d}/note.pdf     GET   login  403  403  open  open  403
            /department/monitoring/{year:20\\d\\d}/table.xlsx   GET   login  403  403  open  open  403
            /department/monitoring/{year:20\\d\\d}/charts/{chart}  GET  login  403  403  open  open  403

            # the workbook of an organisation
            /workspace/import                  GET     login    open   open   403            403       403
            /workspace/import                  POST    login    open   open   403            403       403
            /workspace/import/{id}             GET     login    open   404    403            403       403
            /workspace/import/{id}/confirm     POST    login    open   404    403            403       403
            /workspace/import/{id}/marked.xlsx  GET  login  open  404  403  403  403
            /workspace/import/template.xlsx    GET     login    open   open   403            403       403
            /workspace/import/filled.xlsx      GET     login    open   open   403            403       403

            # exports: only whoever asked for one
            /exports/{id}                      GET     login    404    404    404            404       404
            /exports/{id}/file                 GET     login    404    404    404            404       404

            # papers to be signed, their templates and scans
            /workspace/papers                  GET     login    open   open   403            403       403
            /workspace/papers/{kind}/{id}            GET   login  open  404  403  403  403
            /workspace/papers/{kind}/{id}            POST  login  open  404  403  403  403
            /workspace/papers/{kind}/{id}/paper.docx  GET  login  open  404  403  403  403
            /workspace/papers/{kind}/{id}/paper.pdf   GET  login  open  404  403  403  403
            /workspace/papers/{kind}/{id}/annul      GET   login  open  404  403  403  403
            /workspace/papers/{kind}/{id}/annul      POST  login  open  404  403  403  403
            /department/curators/{id}/order.docx     GET   login  403  403  open  open  403
            /department/curators/{id}/order.pdf      GET   login  403  403  open  open  403
            /department/association/meetings/{id}/paper.docx  GET  login  403  403  open  open  403
            /department/association/meetings/{id}/paper.pdf   GET  login  403  403  open  open  403
            /department/templates                    GET   login  403  403  open  open  403
            /department/templates/{kind}             GET   login  403  403  open  open  403
            /department/templates/{kind}             POST  login  403  403  open  403   403
            /department/templates/{kind}/template.docx  GET  login  403  403  open  open  403
            /department/templates/{kind}/built-in.docx  GET  login  403  403  open  open  403
            /department/templates/{kind}/sample.pdf     GET  login  403  403  open  open  403
            /department/templates/{kind}/built-in    GET   login  403  403  open  403   403
            /department/templates/{kind}/editions/{number}  GET  login  403  403  open  403  403
            /department/templates/{kind}/built-in    POST  login  403  403  open  403   403
            /department/templates/{kind}/editions/{number}  POST  login  403  403  open  403  403
            /department/templates/{kind}/editions/{number}/template.docx  GET  login  403  403  open  open  403

            # documents and files
            /workspace/files/{id}              GET     login    open   404    403            403       403
            /acts                              GET     open     open   open   open           open      open
            /acts/files/{id}                   GET     open     open   open   open           open      open
            /department/acts                   GET     login    403    403    open           open      403
            /department/acts/new               GET     login    403    403    open           403       403
            /department/acts/new               POST    login    403    403    open           403       403
            /department/acts/{id}              GET     login    403    403    open           open      403
            /department/acts/{id}/edit         GET     login    403    403    open           403       403
            /department/acts/{id}/edit         POST    login    403    403    open           403       403
            /department/acts/{id}/annul        GET     login    403    403    open           403       403
            /department/acts/{id}/annul        POST    login    403    403    open           403       403
            /workspace/documents               GET     login    open   open   403            403       403
            /workspace/documents/new           GET     login    open   open   403            403       403
            /workspace/documents/new           POST    login    open   open   403            403       403
            /workspace/documents/{id}          GET     login    open   404    403            403       403
            /workspace/documents/{id}/edit     GET     login    open   404    403            403       403
            /workspace/documents/{id}/edit     POST    login    open   404    403            403       403
            /workspace/documents/{id}/annul    GET     login    open   404    403            403       403
            /workspace/documents/{id}/annul    POST    login    open   404    403            403       403
            /workspace/documents/{id}/review   POST    login    open   404    403            403       403
            /department/organisations/{slug}/files/{id}  GET  login  403  403  open  open  403

            # review
            /workspace/reviews                 GET     login    open   open   403            403       403
            /workspace/reviews/{edition}       GET     login    open   404    403            403       403
            /workspace/reviews/{edition}/submit    POST  login  open   404    403            403       403
            /workspace/reviews/{edition}/withdraw  POST  login  open   404    403            403       403
            /workspace/reviews/{edition}/answers   POST  login  open   404    403            403       403
            /department/reviews                GET     login    403    403    open           open      403
            /department/reviews/{slug}/{edition}  GET  login    403    403    open           open      403
            /department/reviews/{slug}/{edition}  POST  login   403    403    open           403       403

            # roadmaps
            /roadmap                           GET     open     open   open   open           open      open
            /workspace/roadmap  GET  login  open  open  403  403  403
            /workspace/roadmap/new  GET  login  open  open  403  403  403
            /workspace/roadmap/new  POST  login  open  open  403  403  403
            /workspace/roadmap/{id}  GET  login  open  404  403  403  403
            /workspace/roadmap/{id}/print  GET  login  open  404  403  403  403
            /workspace/roadmap/{id}/fill  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/submit  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/withdraw  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/amend  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/discard  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/paste  GET  login  open  404  403  403  403
            /workspace/roadmap/{id}/paste  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/remarks/{remark}  GET  login  open  404  403  403  403
            /workspace/roadmap/{id}/remarks/{remark}  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/new  GET  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/new  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/edit  GET  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/edit  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/mark  GET  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/mark  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/up  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/down  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/duplicate  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/remove  POST  login  open  404  403  403  403
            /workspace/roadmap/{id}/lines/{line}/restore  POST  login  open  404  403  403  403
            /department/questionnaires         GET     login    403    403    open           open      403
            /department/questionnaires/{id}    GET     login    403    403    open           open      403
            /department/questionnaires/{id}/preview  GET  login  403  403  open  open  403
            /department/questionnaires/{id}/edit  GET  login  403  403  open  403  403
            /department/questionnaires/{id}/edit  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/copy  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/verify  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/publish  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/discard  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/items/new  GET  login  403  403  open  403  403
            /department/questionnaires/{id}/items/new  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/items/{item}/edit  GET  login  403  403  open  403  403
            /department/questionnaires/{id}/items/{item}/edit  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/items/{item}/up  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/items/{item}/down  POST  login  403  403  open  403  403
            /department/questionnaires/{id}/items/{item}/remove  POST  login  403  403  open  403  403
            /department/surveys                GET     login    403    403    open           open      403
            /department/surveys/new            GET     login    403    403    open           403       403
            /department/surveys/new            POST    login    403    403    open           403       403
            /department/surveys/{id}           GET     login    403    403    open           open      403
            /department/surveys/{id}/edit      GET     login    403    403    open           403       403
            /department/surveys/{id}/edit      POST    login    403    403    open           403       403
            /department/surveys/{id}/end       GET     login    403    403    open           403       403
            /department/surveys/{id}/end       POST    login    403    403    open           403       403
            /department/surveys/{id}/annul     GET     login    403    403    open           403       403
            /department/surveys/{id}/annul     POST    login    403    403    open           403       403
            /workspace/surveys                 GET     login    open   open   403            403       403
            /workspace/surveys/{id}            GET     login    open   404    403            403       403
            /workspace/surveys/{id}/results    GET     login    open   404    403            403       403
            /department/surveys/{id}/results   GET     login    403    403    open           open      403
            /workspace/surveys/{id}/sheet      GET     login    open   404    403            403       403
            /workspace/surveys/{id}/issue      POST    login    open   404    403            403       403
            /workspace/surveys/{id}/links/{link}/remind  POST  login  open  404  403  403  403
            /workspace/surveys/{id}/links/{link}/cancel  POST  login  open  404  403  403  403
            /workspace/surveys/{id}/links/{link}/renew  POST  login  open  404  403  403  403
            /workspace/surveys/{id}/tally/{audience}  GET  login  open  404  403  403  403
            /workspace/surveys/{id}/tally/{audience}  POST  login  open  404  403  403  403
            /workspace/surveys/{id}/tallies/{tally}/annul  GET  login  open  404  403  403  403
            /workspace/surveys/{id}/tallies/{tally}/annul  POST  login  open  404  403  403  403
            /survey/{token}                    GET     404      404    404    404            404       404
            /survey/{token}                    POST    404      404    404    404            404       404
            /survey/{token}/send               POST    404      404    404    404            404       404
            /survey                            GET     404      404    404    404            404       404
            /survey                            POST    404      404    404    404            404       404
            /survey/**                         GET     404      404    404    404            404       404
            /survey/**                         POST    404      404    404    404            404       404
            /survey/thanks                     GET     open     open   open   open           open      open
            /department/roadmap                GET     login    403    403    open           open      403
            /department/roadmap/{id}           GET     login    403    403    open           open      403
            /department/roadmap/{id}/edit      GET     login    403    403    open           403       403
            /department/roadmap/{id}/edit      POST    login    403    403    open           403       403

            # the journal and the mail
            /department/audit                  GET     login    403    403    open           open      403
            /department/audit/export           GET     login    403    403    open           open      403
            /admin/audit                       GET     login    403    403    403            403       open
            /admin/audit/export                GET     login    403    403    403            403       open
            /admin/mail                        GET     login    403    403    403            403       open
            /admin/mail/{id}                   POST    login    403    403    403            403       404

            # the section and the city
            /                                  GET     open     open   open   open           open      open
            /organisations                     GET     open     open   open   open           open      open
            /organisations/{slug}              GET     open     open   open   open           open      open
            /organisations/{slug}/editions     GET     open     open   open   open           open      open
            /organisations/{slug}/dynamics     GET     open     open   open   open           open      open
            /organisations/{slug}/dynamics/{chart} GET open     open   open   open           open      open
            /dynamics                          GET     open     open   open   open           open      open
            /dynamics/{chart}                  GET     open     open   open   open           open      open
            /organisations/{slug}/roadmap      GET     404     404    404   404            404       404
            /organisations/{slug}/report       GET     404     404    404   404            404       404
            /organisations/{slug}/files/{fileId}  GET  open     open   open   open           open      open
            /organisations/{slug}/widget       GET     open     open   open   open           open      open
            /organisations/{slug}/widget.html  GET     open     open   open   open           open      open
            /workspace/section/widget          GET     login    open   open   403            403       403
            /workspace/section                 GET     login    open   open   403            403       403
            /workspace/section                 POST    login    open   open   403            403       403
            /workspace/section/preview         GET     login    open   open   403            403       403
            /workspace/section/preview         POST    login    open   open   403            403       403

            # the register of mentors
            /mentors                           GET     open     open   open   open           open      open
            /mentors/{id}                      GET     open     open   open   open           open      open
            /department/register               GET     login    403    403    open           open      403
            /department/register/new           GET     login    403    403    open           403       403
            /department/register/{slug}/{mentor}/new  GET   login  403  403  open  403  403
            /department/register/{slug}/{mentor}/new  POST  login  403  403  open  403  403
            /department/register/{id}          GET     login    403    403    open           open      403
            /department/register/{id}/edit     GET     login    403    403    open           403       403
            /department/register/{id}/edit     POST    login    403    403    open           403       403
            /department/register/{id}/card     POST    login    403    403    open           403       403
            /department/register/{id}/end      GET     login    403    403    open           403       403
            /department/register/{id}/end      POST    login    403    403    open           403       403

            # registers of the city
            /department/registers              GET     login    403    403    open           open      403
            /department/registers/{register}   GET     login    403    403    open           open      403
            /department/registers/{register}/table.{format:xlsx|csv}  GET  login  403  403  open  open  403
            # a view is its owner's alone
            /account/views/new/{register}      GET     login    404    404    open           open      404
            /account/views/new/{register}      POST    login    404    404    open           open      404
            /account/views/{id}                GET     login    404    404    404            404       404
            /account/views/{id}/edit           GET     login    404    404    404            404       404
            /account/views/{id}/edit           POST    login    404    404    404            404       404
            /account/views/{id}/delete         POST    login    404    404    404            404       404
            /department/{register:mentors|mentees|programmes}  GET  login  403  403  open  open  403

            # open data
            /open-data                         GET     open     open   open   open           open      open
            /api/v1/openapi.json               GET     open     open   open   open           open      open
            /api/v1/openapi.json.yaml          GET     open     open   open   open           open      open
            /api/v1/organisations              GET     open     open   open   open           open      open
            /api/v1/organisations.csv          GET     open     open   open   open           open      open
            /api/v1/organisations/{slug}/section  GET  open     open   open   open           open      open
            /api/v1/organisations/{slug}/section.csv  GET  open  open  open   open           open      open
            /api/v1/city/indicators            GET     open     open   open   open           open      open
            /api/v1/city/indicators.csv        GET     open     open   open   open           open      open
            /api/v1/roadmap                    GET     open     open   open   open           open      open
            /api/v1/roadmap.csv                GET     open     open   open   open           open      open
            /api/v1/mentors                    GET     open     open   open   open           open      open
            /api/v1/mentors.csv                GET     open     open   open   open           open      open

            # to do, figures, the department's view
            /workspace                         GET     login    open   open   403            403       403
            /workspace/indicators              GET     login    open   open   403            403       403
            /workspace/indicators/{mark}       GET     login    open   open   403            403       403
            /department/indicators             GET     login    403    403    open           open      403
            /department/organisations          GET     login    403    403    open           open      403
            /department/organisations/import   GET     login    403    403    open           403       403
            /department/organisations/import   POST    login    403    403    open           403       403
            /department/organisations/import/{id}             GET   login  403  403  open  403  403
            /department/organisations/import/{id}/confirm     POST  login  403  403  open  403  403
            /department/organisations/import/{id}/marked.xlsx  GET  login  403  403  open  403  403
            /department/organisations/import/template.xlsx    GET   login  403  403  open  403  403
            /department/organisations/import/filled.xlsx      GET   login  403  403  open  403  403
            /department/organisations/{slug}   GET     login    403    403    open           open      403
            /department/organisations/{slug}/indicators/{mark}  GET  login  403  403  open   open      403
            /department/organisations/{slug}/mentors  GET  login  403  403  open  open  403
            /department/organisations/{slug}/mentors/{id}  GET  login  403  403  open  open  403
            /department/organisations/{slug}/mentees  GET  login  403  403  open  open  403
            /department/organisations/{slug}/mentees/{id}  GET  login  403  403  open  open  403
            /department/organisations/{slug}/orders  GET  login  403  403  open  open  403
            /department/organisations/{slug}/orders/{id}  GET  login  403  403  open  open  403
            /department/organisations/{slug}/mentorships  GET  login  403  403  open  open  403
            /department/organisations/{slug}/mentorships/{id}  GET  login  403  403  open  open  403
            /department/organisations/{slug}/programmes  GET  login  403  403  open  open  403
            /department/organisations/{slug}/programmes/{id}  GET  login  403  403  open  open  403
            /department/organisations/{slug}/documents  GET  login  403  403  open  open  403
            /department/organisations/{slug}/documents/{id}  GET  login  403  403  open  open  403

            # duties, campaigns, confirmations, associations
            /department                        GET     login    403    403    open           open      403
            /department/campaigns              GET     login    403    403    open           open      403
            /department/campaigns/new          GET     login    403    403    open           403       403
            /department/campaigns/new          POST    login    403    403    open           403       403
            /department/campaigns/{id}         GET     login    403    403    open           open      403
            /department/campaigns/{id}/edit    GET     login    403    403    open           403       403
            /department/campaigns/{id}/edit    POST    login    403    403    open           403       403
            /department/campaigns/{id}/annul   GET     login    403    403    open           403       403
            /department/campaigns/{id}/annul   POST    login    403    403    open           403       403
            /workspace/association             GET     login    open   open   403            403       403
            /workspace/association/edit        GET     login    open   open   403            403       403
            /workspace/association/edit        POST    login    open   open   403            403       403
            /workspace/association/members/{id}/end  GET   login  open  404  403  403  403
            /workspace/association/members/{id}/end  POST  login  open  404  403  403  403
            /workspace/association/meetings/{id}/edit  GET  login  open  404  403  403  403
            /workspace/association/meetings/{id}/edit  POST  login  open  404  403  403  403
            /workspace/association/meetings/{id}/annul  GET  login  open  404  403  403  403
            /workspace/association/meetings/{id}/annul  POST  login  open  404  403  403  403
            # after the lines above the own organisation has an association, the other one has none
            /workspace/association/members/new   GET   login    open   404    403            403       403
            /workspace/association/members/new   POST  login    open   404    403            403       403
            /workspace/association/meetings/new  GET   login    open   404    403            403       403
            /workspace/association/meetings/new  POST  login    open   404    403            403       403
            /department/association            GET     login    403    403    open           open      403
            /department/association/edit       GET     login    403    403    open           403       403
            /department/association/edit       POST    login    403    403    open           403       403
            /department/association/members/{id}/end  GET   login  403  403  open  403  403
            /department/association/members/{id}/end  POST  login  403  403  open  403  403
            /department/association/meetings/{id}/edit  GET  login  403  403  open  403  403
            /department/association/meetings/{id}/edit  POST  login  403  403  open  403  403
            /department/association/meetings/{id}/annul  GET  login  403  403  open  403  403
            /department/association/meetings/{id}/annul  POST  login  403  403  open  403  403
            /department/association/members/new  GET   login    403    403    open           403       403
            /department/association/members/new  POST  login    403    403    open           403       403
            /department/association/meetings/new  GET  login    403    403    open           403       403
            /department/association/meetings/new  POST  login   403    403    open           403       403
            /department/association/files/{id}  GET    login    403    403    open           open      403
            /workspace/confirmation            GET     login    open   open   403            403       403
            /workspace/confirmation            POST    login    open   open   403            403       403

            # administration
            /admin                             GET     login    403    403    403            403       open
            /admin/accounts                    GET     login    403    403    403            403       open
            /admin/accounts/new                GET     login    403    403    403            403       open
            /admin/accounts/new                POST    login    403    403    403            403       open
            /admin/accounts/{id}               GET     login    403    403    403            403       open
            /admin/accounts/{id}/edit          GET     login    403    403    403            403       open
            /admin/accounts/{id}/edit          POST    login    403    403    403            403       open
            /admin/accounts/{id}/password      GET     login    403    403    403            403       open
            /admin/accounts/{id}/password      POST    login    403    403    403            403       open
            /admin/accounts/{id}/block         GET     login    403    403    403            403       open
            /admin/accounts/{id}/block         POST    login    403    403    403            403       open
            /admin/accounts/{id}/unblock       POST    login    403    403    403            403       open
            /admin/organisations               GET     login    403    403    403            403       open
            /admin/organisations/new           GET     login    403    403    403            403       open
            /admin/organisations/new           POST    login    403    403    403            403       open
            /admin/organisations/{id}          GET     login    403    403    403            403       open
            /admin/organisations/{id}/edit     GET     login    403    403    403            403       open
            /admin/organisations/{id}/edit     POST    login    403    403    403            403       open
            /admin/organisations/{id}/close    GET     login    403    403    403            403       open
            /admin/organisations/{id}/close    POST    login    403    403    403            403       open
            /admin/organisations/{id}/reopen   POST    login    403    403    403            403       open

            # appointments of curators
            /department/curators               GET     login    403    403    open           open      403
            /department/curators/new           GET     login    403    403    open           403       403
            /department/curators/new           POST    login    403    403    open           403       403
            /department/curators/invite        GET     login    403    403    open           403       403
            /department/curators/invite        POST    login    403    403    open           403       403
            /department/curators/{id}/link     POST    login    403    403    open           403       403
            /department/curators/{id}          GET     login    403    403    open           open      403
            /department/curators/{id}/end      GET     login    403    403    open           403       403
            /department/curators/{id}/end      POST    login    403    403    open           403       403
            /department/curators/{id}/annul    GET     login    403    403    open           403       403
            /department/curators/{id}/annul    POST    login    403    403    open           403       403

            # health
            /actuator                          GET     404      404    404    404            404       404
            /actuator/health                   GET     open     open   open   open           open      open
            /actuator/health/**                GET     open     open   open   open           open      open

            # without a controller: filters, files, and what does not exist
            /login                             POST    open     open   open   open           open      open
            /logout                            POST    open     open   open   open           open      open
            /assets/portal.css                 GET     open     open   open   open           open      open
            /robots.txt                        GET     open     open   open   open           open      open
            /logout                            GET     404      404    404    404            404       404
            /nonsense                          GET     404      404    404    404            404       404
            /nonsense                          POST    404      404    404    404            404       404
            /help                              POST    404      404    404    404            404       404
            /organisations/a/b                 GET     404      404    404    404            404       404
            /actuator/env                      GET     404      404    404    404            404       404
            /actuator/heapdump                 GET     404      404    404    404            404       404
            /actuator/shutdown                 POST    404      404    404    404            404       404
            /workspace/nonsense                GET     login    404    404    403            403       403
            /department/nonsense               GET     login    403    403    404            404       403
            /department/nonsense               POST    login    403    403    404            403       403
            /admin/nonsense                    GET     login    403    403    403            403       404
            /account/nonsense                  GET     login    404    404    404            404       404
            """;

    /** In hexadecimal digits; a table without a row. */
    private static final String EMPTY_WORKBOOK = emptyWorkbook();

    private static final String WITHOUT_CONTROLLER = "# without a controller";

    /** How to make the thing that a pattern's identifier names, by the part of the pattern that ends with it. */
    private static final Map<String, Function<Place, Object>> THINGS = Map.ofEntries(
            thing("/actuator/health/**", place -> "liveness"),
            thing("/organisations/{slug}", place -> place.organisation().slug()),
            thing("/api/v1/organisations/{slug}", AccessTableTest::published),
            thing("/mentors/{id}", AccessTableTest::registered),
            thing("/department/register/{id}", AccessTableTest::registered),
            thing("/department/{register:mentors|mentees|programmes}", place -> "mentees"),
            thing("/account/views/new/{register}", place -> "partners"),
            thing("/account/views/{id}", place -> place.insert("""
                    with someone as (insert into account (login, display_name, role, password_hash, created_at)
                      values ('keeper-' || :number, 'Петрова Ольга', 'METHODOLOGIST', '-', now()) returning id)
                    insert into saved_view (account_id, register, name, query, place) select id, 'mentors', 'Вид', '', 1 from someone
                    returning id""")),
            thing("/department/registers/{register}", place -> "mentors"),
            thing("/department/registers/{register}/table.{format:xlsx|csv}", place -> "csv"),
            thing("/department/register/{slug}", place -> place.organisation().slug()),
            thing("/department/register/{slug}/{mentor}", AccessTableTest::consentingMentor),
            thing("/department/organisations/{slug}", place -> place.organisation().slug()),
            thing("/workspace/indicators/{mark}", place -> "mentors"),
            thing("/department/organisations/{slug}/indicators/{mark}", place -> "mentors"),
            thing("/invitation/{token}", place -> "x".repeat(43)),
            thing("/notices/{id}", place -> 1),
            thing("/admin/mail/{id}", place -> 1),
            thing("/admin/accounts/{id}", place -> place.insert("""
                    insert into account (login, display_name, role, password_hash, created_at)
                    values ('thing-' || :number, 'Петрова Ольга', 'CURATOR', '-', now()) returning id""")),
            thing("/admin/organisations/{id}", place -> place.organisation().id()),
            thing("/department/curators/{id}", place -> place.insert("""
                    with someone as (insert into account (login, display_name, role, password_hash, created_at)
                      values ('thing-' || :number, 'Петрова Ольга', 'CURATOR', '-', now()) returning id)
                    insert into curator_appointment (organisation_id, account_id, order_number, order_dated_on, starts_on)
                    select :organisation, id, '7-од', date '2024-09-01', date '2024-09-01' from someone returning id""")),
            thing("/workspace/staff/{id}", place -> place.insert("""
                    insert into staff_count (organisation_id, counted_on, teaching_staff, young_specialists)
                    values (:organisation, date '2000-01-01' + :number, 42, 3) returning id""")),
            thing("/workspace/partners/{id}", place -> place.insert("""
                    insert into partner_organisation (organisation_id, name) values (:organisation, 'Завод ' || :number) returning id""")),
            thing("/workspace/mentors/{id}", AccessTableTest::mentor),
            thing("/department/organisations/{slug}/mentors/{id}", AccessTableTest::mentor),
            thing("/workspace/mentees/{id}", AccessTableTest::mentee),
            thing("/department/organisations/{slug}/mentees/{id}", AccessTableTest::mentee),
            thing("/workspace/orders/{id}", AccessTableTest::order),
            thing("/department/organisations/{slug}/orders/{id}", AccessTableTest::order),
            thing("/workspace/mentorships/{id}", AccessTableTest::mentorship),
            thing("/department/organisations/{slug}/mentorships/{id}", AccessTableTest::mentorship),
            thing("/workspace/programmes/{id}", AccessTableTest::programme),
            thing("/workspace/papers/{kind}", place -> "programme"),
            thing("/workspace/papers/{kind}/{id}", AccessTableTest::signedProgramme),
            thing("/department/templates/{kind}", place -> "programme"),
            thing("/department/templates/{kind}/editions/{number}", place -> place.insert("""
                    with someone as (insert into account (login, display_name, role, password_hash, created_at)
                      values ('template-' || :number, 'Петрова Ольга', 'METHODOLOGIST', '-', now()) returning id),
                    later as (insert into paper_template (kind, number, origin, reason, made_at, made_by)
                      select 'PROGRAMME', 2 * :number + 1, 'BUILT_IN', 'Обратно', now(), id from someone)
                    insert into paper_template (kind, number, origin, file_name, content, reason, made_at, made_by)
                    select 'PROGRAMME', 2 * :number, 'UPLOADED', 'ш.docx', decode('504b', 'hex'), 'Так надо', now(), id from someone
                     where :organisation > 0 returning number""")),
            thing("/department/organisations/{slug}/programmes/{id}", AccessTableTest::programme),
            thing("/workspace/mentors/{id}/consents/{consentId}", AccessTableTest::consent),
            thing("/workspace/mentees/{id}/consents/{consentId}", AccessTableTest::consent),
            thing("/organisations/{slug}/dynamics/{chart}", place -> "shares.png"),
            thing("/department/monitoring/{year:20\\d\\d}/charts/{chart}", place -> "mentors.png"),
            thing("/workspace/import/{id}", place -> place.insert("""
                    with uploader as (insert into account (login, display_name, role, password_hash, created_at)
                      values ('uploader-' || :number, 'Петрова Ольга', 'CURATOR', '-', now()) returning id)
                    insert into workbook_import (organisation_id, account_id, file_name, content, state, asked_at, seen_at)
                    select :organisation, id, 'таблица.xlsx', decode('%s', 'hex'), 'CHECKED', now(), now() from uploader returning id
                    """.formatted(EMPTY_WORKBOOK))),
            thing("/department/organisations/import/{id}", place -> place.insert("""
                    with uploader as (insert into account (login, display_name, role, password_hash, created_at)
                      values ('uploader-of-the-list-' || :number, 'Петрова Ольга', 'METHODOLOGIST', '-', now()) returning id)
                    insert into workbook_import (organisation_id, account_id, file_name, content, state, asked_at, seen_at)
                    select case when :organisation = 0 then 0 end, id, 'таблица.xlsx', decode('%s', 'hex'), 'CHECKED', now(), now() from uploader returning id
                    """.formatted(EMPTY_WORKBOOK))),
            thing("/exports/{id}", place -> "999999999"),
            thing("/dynamics/{chart}", place -> "counts.png"),
            thing("/organisations/{slug}/files/{fileId}", place -> {
                Object file = place.insert("""
                        insert into stored_file (organisation_id, name, media_type, size, sha256, received_at)
                        values (:organisation, 'скан ' || :number, 'image/png', 1, repeat('a', 64), now()) returning id""");
                place.jdbc().sql("insert into stored_file_piece (file_id, position, content) values (?, 0, '\\x00')").param(file).update();
                place.insert("""
                        with publisher as (insert into account (login, display_name, role, password_hash, created_at)
                               values ('publisher-' || :number, 'Публикатор', 'CURATOR', '-', now()) returning id),
                             edition as (insert into section_edition (organisation_id, number, as_of, published_at, published_on, published_by, content)
                               select :organisation, :number, '2026-09-01', now(), '2026-09-01', id,
                                 '{"date": "2026-09-01", "organisation": {}, "papers": [], "partners": [], "acts": [], "figures": {
                                   "youngSpecialists": {"reason": "NO_STAFF_COUNT"}, "mentors": {"reason": "NO_STAFF_COUNT"},
                                   "menteeSatisfaction": {"reason": "NO_RESPONSES"}, "mentorSatisfaction": {"reason": "NO_RESPONSES"}}}'
                               from publisher returning organisation_id, id)
                        insert into section_edition_file select organisation_id, id, %s from edition returning file_id""".formatted(file));
                return file;
            }),
            thing("/workspace/documents/{id}", AccessTableTest::document),
            thing("/department/organisations/{slug}/documents/{id}", AccessTableTest::document),
            thing("/department/acts/{id}", place -> place.jdbc().sql("""
                    insert into legal_act (level, title, link) values ('FEDERAL', 'Акт', 'https://publication.example') returning id""")
                    .query().singleValue()),
            thing("/department/roadmap/{id}", place -> 7),
            thing("/survey/{token}", place -> "x".repeat(43)),
            thing("/survey/**", place -> "cut"),
            thing("/department/surveys/{id}", AccessTableTest::survey),
            thing("/workspace/surveys/{id}", AccessTableTest::survey),
            thing("/workspace/surveys/{id}/tally/{audience}", place -> "MENTOR"),
            thing("/workspace/surveys/{id}/links/{link}", place -> place.insert("""
                    with one as (insert into participant (organisation_id, last_name, first_name, workplace)
                      values (:organisation, 'Спрошенный', 'Пётр ' || :number, 'OWN_STAFF') returning id)
                    insert into survey_invitation (organisation_id, survey_id, audience, participant_id, token)
                    select :organisation, %s, 'MENTEE', id, lpad(:number::text, 43, 'x') from one returning id""".formatted(place.before().get(0)))),
            thing("/workspace/surveys/{id}/tallies/{tally}", place -> {
                Object protocol = file(place, place.organisation().id());
                return place.insert("""
                        insert into survey_tally (organisation_id, survey_id, audience, asked, answered, satisfied, counted_on, protocol_file_id)
                        values (:organisation, %s, 'MENTEE', 5, 4, 3, '2024-05-20', %s) returning id""".formatted(place.before().get(0), protocol));
            }),
            // The curator's, which no survey asks by.
            thing("/department/questionnaires/{id}", place -> 5),
            thing("/department/questionnaires/{id}/items/{item}", place -> 82),
            thing("/workspace/association/members/{id}", place -> associationMember(place, false)),
            thing("/department/association/members/{id}", place -> associationMember(place, true)),
            thing("/workspace/association/meetings/{id}", place -> associationMeeting(place, place.organisation().id(), null)),
            thing("/department/association/meetings/{id}", place -> associationMeeting(place, null, null)),
            thing("/department/association/files/{id}", place -> {
                Object file = file(place, null);
                associationMeeting(place, null, file);
                return file;
            }),
            thing("/department/campaigns/{id}", place -> place.insert("""
                    with one as (insert into campaign (title, duty, academic_year, due_on, scope)
                      values ('Срок ' || :number, 'REGULATION', 2024, '2024-10-01', 'LISTED') returning id)
                    insert into campaign_organisation (organisation_id, campaign_id) select :organisation, id from one returning campaign_id""")),
            thing("/workspace/roadmap/{id}", place -> place.insert("""
                    with someone as (insert into account (login, display_name, role, password_hash, created_at)
                      values ('thing-' || :number, 'Петрова Ольга', 'METHODOLOGIST', '-', now()) returning id),
                    edition as (insert into review_edition (organisation_id, subject, academic_year, number, state, approved_on, approved_by, superseded_on)
                      select :organisation, 'ROADMAP', 2020, :number, 'SUPERSEDED', '2020-10-01', id, '2020-11-01' from someone returning id)
                    insert into roadmap (organisation_id, edition_id, academic_year) select :organisation, id, 2020 from edition returning id""")),
            thing("/workspace/roadmap/{id}/lines/{line}", place -> place.insert("""
                    insert into roadmap_line (organisation_id, roadmap_id, position, kind, line_key, measure)
                    values (:organisation, %s, :number, 'MEASURE', 'key-' || :number, 'Провести семинар') returning id"""
                    .formatted(place.before().get(0)))),
            thing("/workspace/roadmap/{id}/remarks/{remark}", place -> place.insert("""
                    with submission as (insert into review_submission (organisation_id, edition_id, number, submitted_at, submitted_by, content,
                                                                       outcome, decided_at, decided_by)
                      select e.organisation_id, e.id, 1, now(), (select min(id) from account), '{}', 'RETURNED', now(), e.approved_by
                        from review_edition e join roadmap r on r.organisation_id = e.organisation_id and r.edition_id = e.id
                       where r.id = %s returning id)
                    insert into review_remark (organisation_id, submission_id, words, written_at, written_by)
                    select :organisation, id, 'Замечание', now(), (select min(id) from account) from submission returning id"""
                    .formatted(place.before().get(0)))),
            thing("/workspace/reports/{id}", AccessTableTest::report),
            thing("/department/monitoring/{year:20\\d\\d}", place -> 2026),
            thing("/department/monitoring/campaigns/{id}", place -> place.jdbc().sql("""
                    insert into monitoring_campaign (title, academic_year, since, until, due_on, scope, annulled_on, annulment_reason)
                    values ('Мониторинг', 2024, '2024-09-01', '2025-05-31', '2025-06-15', 'ALL', '2025-06-01', 'проба') returning id""")
                    .query().singleValue()),
            thing("/department/reports/{id}", place -> {
                Object report = report(place);
                place.jdbc().sql("""
                        insert into review_submission (organisation_id, edition_id, number, submitted_at, submitted_by, content)
                        select organisation_id, edition_id, 1, now(), (select min(id) from account), '{}' from monitoring_report where id = ?
                        on conflict do nothing""")
                        .param(report).update();
                return report;
            }),
            thing("/workspace/reports/{id}/process/{programme}", place -> {
                Object programme = programme(place);
                place.jdbc().sql("update programme set status = 'APPROVED', approved_on = '2026-09-01', act_number = '1' where id = ?")
                        .param(programme).update();
                return programme;
            }),
            thing("/workspace/reports/{id}/attachments/{file}", place -> {
                Object file = file(place, place.organisation().id());
                place.jdbc().sql("delete from monitoring_attachment where report_id = ?").param(place.before().get(0)).update();
                place.jdbc().sql("insert into monitoring_attachment (organisation_id, report_id, file_id, number) values (?, ?, ?, 1)")
                        .params(place.organisation().id(), place.before().get(0), file).update();
                return file;
            }),
            thing("/acts/files/{id}", place -> file(place, null)),
            thing("/workspace/reviews/{edition}", AccessTableTest::edition),
            thing("/department/reviews/{slug}", place -> place.organisation().slug()),
            thing("/department/reviews/{slug}/{edition}", AccessTableTest::edition),
            thing("/department/organisations/{slug}/files/{id}", place -> file(place, place.organisation().id())),
            thing("/workspace/files/{id}", place -> file(place, place.organisation().id())));

    private static String emptyWorkbook() {
        var out = new java.io.ByteArrayOutputStream();
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook()) {
            book.createSheet("Численность");
            book.write(out);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return java.util.HexFormat.of().formatHex(out.toByteArray());
    }

    private static Object mentor(Place place) {
        return place.insert("""
                with p as (insert into participant (organisation_id, last_name, first_name, workplace)
                  values (:organisation, 'Наставников', 'Пётр ' || :number, 'OWN_STAFF') returning organisation_id, id)
                insert into mentor (organisation_id, participant_id, entered_on)
                  select organisation_id, id, '2026-09-01' from p returning participant_id""");
    }

    private static Object consentingMentor(Place place) {
        Object mentor = mentor(place);
        place.insert("insert into consent (organisation_id, participant_id, kind, given_on) values (:organisation, %s, 'DISTRIBUTION', '2026-09-01')"
                .formatted(mentor) + " returning id");
        return mentor;
    }

    private static Object registered(Place place) {
        return place.insert("""
                insert into register_entry (organisation_id, mentor_id, included_on, basis, words)
                values (:organisation, %s, '2026-09-01', 'протокол № 3', 'Опытный наставник') returning id""".formatted(consentingMentor(place)));
    }

    private static Object published(Place place) {
        place.insert("""
                with publisher as (insert into account (login, display_name, role, password_hash, created_at)
                       values ('publisher-' || :number, 'Публикатор', 'CURATOR', '-', now()) returning id)
                insert into section_edition (organisation_id, number, as_of, published_at, published_on, published_by, content)
                       select :organisation, :number, '2026-09-01', now(), '2026-09-01', id,
                         '{"date": "2026-09-01", "organisation": {}, "papers": [], "partners": [], "acts": [], "figures": {
                           "youngSpecialists": {"reason": "NO_STAFF_COUNT"}, "mentors": {"reason": "NO_STAFF_COUNT"},
                           "menteeSatisfaction": {"reason": "NO_RESPONSES"}, "mentorSatisfaction": {"reason": "NO_RESPONSES"}}}'
                       from publisher returning id""");
        return place.organisation().slug();
    }

    private static Object mentee(Place place) {
        return place.insert("""
                with p as (insert into participant (organisation_id, last_name, first_name, workplace)
                  values (:organisation, 'Новичков', 'Пётр ' || :number, 'OWN_STAFF') returning organisation_id, id)
                insert into mentee (organisation_id, participant_id, entered_on, category)
                  select organisation_id, id, '2026-09-01', 'YOUNG' from p returning participant_id""");
    }

    private static Object order(Place place) {
        return place.insert("""
                insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                values (:organisation, :number, '2026-09-01', 'О закреплении', 'WITHHELD') returning id""");
    }

    private static Object document(Place place) {
        return place.insert("""
                insert into local_act (organisation_id, kind, dated_on, title, link, disclosure)
                values (:organisation, 'OTHER', date '2000-01-01' + :number, 'Документ', 'https://school.example', 'NO_NAMES') returning id""");
    }

    /** A replaced one: of those an organisation may have many. */
    private static Object edition(Place place) {
        return place.insert("""
                with people as (insert into account (login, display_name, role, password_hash, created_at)
                  values ('giver-' || :number, 'Подавшая', 'CURATOR', '-', now()), ('reader-' || :number, 'Читавшая', 'METHODOLOGIST', '-', now())
                  returning id, role),
                edition as (insert into review_edition (organisation_id, subject, number, state, approved_on, approved_by, superseded_on)
                  select :organisation, 'REGULATION', :number, 'SUPERSEDED', '2026-09-01', id, '2026-09-02' from people where role = 'METHODOLOGIST'
                  returning organisation_id, id)
                insert into review_submission (organisation_id, edition_id, number, submitted_at, submitted_by, content, outcome, decided_at, decided_by)
                  select e.organisation_id, e.id, 1, '2026-09-01 09:00+3', c.id, '{"title": "Положение", "columns": ["Абзац", "Содержание"],
                    "items": [{"key": "a", "heading": false, "name": "1", "cells": ["Слова"]}], "files": []}', 'APPROVED', '2026-09-01 10:00+3', m.id
                  from edition e, people c, people m where c.role = 'CURATOR' and m.role = 'METHODOLOGIST' returning edition_id""");
    }

    /** An organisation has one report of a year in work. */
    private static Object report(Place place) {
        return place.jdbc().sql("select id from monitoring_report where organisation_id = ?").param(place.organisation().id()).query(Long.class)
                .optional().map(Object.class::cast).orElseGet(() -> place.insert("""
                        with edition as (insert into review_edition (organisation_id, subject, academic_year, number, state)
                          values (:organisation, 'MONITORING_REPORT', 2026, :number, 'DRAFT') returning id)
                        insert into monitoring_report (organisation_id, edition_id, academic_year, since, until)
                        select :organisation, id, 2026, '2026-09-01', '2027-08-31' from edition returning id"""));
    }

    private static Object survey(Place place) {
        return place.insert("""
                with one as (insert into survey (title, academic_year, wave, opens_on, closes_on, scope, mentee_questionnaire, mentor_questionnaire)
                  values ('Опрос ' || :number, 2023, 2, '2024-05-10', '2024-05-20', 'LISTED', 3, 4) returning id)
                insert into survey_organisation (organisation_id, survey_id) select :organisation, id from one returning survey_id""");
    }

    private static Object file(Place place, Long organisation) {
        Object file = place.jdbc().sql("""
                insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)
                values (cast(? as bigint), 'скан.png', 'image/png', 1, repeat('a', 64), now(), true) returning id""")
                .param(organisation).query().singleValue();
        place.jdbc().sql("insert into stored_file_piece (file_id, position, content) values (?, 0, '\\x00')").param(file).update();
        return file;
    }

    private static Object mentorship(Place place) {
        return place.insert("""
                with people as (insert into participant (organisation_id, last_name, first_name, workplace)
                  values (:organisation, 'Парный', 'Пётр ' || :number, 'OWN_STAFF'), (:organisation, 'Парный', 'Иван ' || :number, 'OWN_STAFF')
                  returning organisation_id, id, first_name),
                mentors as (insert into mentor (organisation_id, participant_id, entered_on)
                  select organisation_id, id, '2026-09-01' from people where first_name like 'Пётр%' returning participant_id),
                mentees as (insert into mentee (organisation_id, participant_id, entered_on, category)
                  select organisation_id, id, '2026-09-01', 'YOUNG' from people where first_name like 'Иван%' returning participant_id),
                orders as (insert into assignment_order (organisation_id, number, dated_on, title, disclosure)
                  values (:organisation, 'пр-' || :number, '2026-09-01', 'О закреплении', 'NO_NAMES') returning id),
                pairs as (insert into mentorship (organisation_id, code, mentor_id, form, order_id, order_dated_on, starts_on, planned_end, last_day)
                  select :organisation, 'пр-' || :number, r.participant_id, 'TEACHER_TEACHER', o.id, '2026-09-01', '2026-09-01', '2027-05-31',
                         '2027-05-31' from mentors r, orders o returning id, mentor_id)
                insert into mentorship_mentee (organisation_id, mentorship_id, mentee_id, joined_on, mentor_id, starts_on, last_day)
                  select :organisation, m.id, e.participant_id, '2026-09-01', m.mentor_id, '2026-09-01', '2027-05-31' from pairs m, mentees e
                  returning mentorship_id""");
    }

    private static Object signedProgramme(Place place) {
        Object programme = programme(place);
        place.insert("""
                with file as (insert into stored_file (organisation_id, name, media_type, size, sha256, received_at, attached)
                  values (:organisation, 'скан ' || :number, 'image/png', 1, repeat('a', 64), now(), true) returning id)
                insert into signed_paper (organisation_id, kind, programme_id, file_id) select :organisation, 'PROGRAMME', %s, id from file returning id
                """.formatted(programme));
        return programme;
    }

    private static Object programme(Place place) {
        return place.insert("""
                with next as (select nextval('portal_id') as id)
                insert into programme (organisation_id, id, mentorship_id, series_id, edition, status, title, starts_on, ends_on)
                  select :organisation, id, %s, id, 1, 'DRAFT', 'Программа ' || :number, '2026-09-01', '2027-05-31' from next
                  returning id""".formatted(mentorship(place)));
    }

    /** There is one association of an organisation and one of the city. */
    private static Object association(Place place, Long owner) {
        place.jdbc().sql("insert into mentor_association (owner_id, name) values (cast(? as bigint), 'МО') on conflict do nothing").param(owner).update();
        return place.jdbc().sql("select id from mentor_association where owner_id is not distinct from cast(? as bigint)").param(owner).query().singleValue();
    }

    private static Object associationMember(Place place, boolean ofCity) {
        Object association = association(place, ofCity ? null : place.organisation().id());
        return place.insert("""
                with p as (insert into participant (organisation_id, last_name, first_name, workplace)
                    values (:organisation, 'Членов', 'Пётр ' || :number, 'OWN_STAFF') returning organisation_id, id),
                  r as (insert into mentor (organisation_id, participant_id, entered_on) select organisation_id, id, '2024-09-01' from p
                    returning organisation_id, participant_id)
                insert into association_member (organisation_id, association_id, mentor_id, of_city, joined_on)
                  select organisation_id, %s, participant_id, %s, '2024-09-01' from r returning id""".formatted(association, ofCity));
    }

    private static Object associationMeeting(Place place, Long owner, Object file) {
        return place.jdbc().sql("insert into association_meeting (association_id, held_on, topic, protocol_file_id)"
                + " values (?, '2024-09-01', 'Тема', cast(? as bigint)) returning id").params(association(place, owner), file).query().singleValue();
    }

    private static Object consent(Place place) {
        return place.insert("""
                insert into consent (organisation_id, participant_id, kind, given_on)
                values (:organisation, %s, 'PROCESSING', '2026-09-01') returning id""".formatted(place.before().get(0)));
    }

    private static Map.Entry<String, Function<Place, Object>> thing(String pattern, Function<Place, Object> made) {
        return Map.entry(pattern, made);
    }

    /**
     * Where a thing is made: "this organisation", and what the identifiers before it in the address are.
     *
     * @param before the values of the address so far, in its order
     */
    private record Place(Tenant organisation, List<Object> before, JdbcClient jdbc) {

        /** Runs an {@code insert … returning}; knows {@code :organisation} and {@code :number}, a new number each time. */
        Object insert(String sql) {
            return jdbc.sql(sql).param("organisation", organisation.id()).param("number", Town.number()).query().singleValue();
        }
    }

    /** One line of the table. */
    private record Line(String address, String method, Map<String, String> outcomes, boolean mapped) {

        String name() {
            return method + " " + address;
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everyMappedAddressStandsInTheTableOnce() {
        Set<String> mapped = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(one -> one.getValue().getBeanType() != Broken.class).map(Map.Entry::getKey)
                .flatMap(info -> info.getPatternValues().stream().flatMap(pattern -> methods(info.getMethodsCondition().getMethods())
                        .map(method -> method + " " + pattern))).collect(Collectors.toCollection(TreeSet::new));
        List<String> listed = lines().stream().filter(Line::mapped).map(Line::name).toList();

        assertThat(listed).as("lines that stand twice").doesNotHaveDuplicates();
        assertThat(mapped.stream().filter(name -> !listed.contains(name)))
                .as("addresses that AccessTableTest.TABLE does not know: add a line for each – who gets what (see the Javadoc)").isEmpty();
        assertThat(listed.stream().filter(name -> !mapped.contains(name)))
                .as("lines of AccessTableTest.TABLE that are no address any more: remove them").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatTheTableSays() {
        Tenant school = town.school();
        Map<String, RequestPostProcessor> readers = new LinkedHashMap<>();
        readers.put("visitor", request -> request);
        readers.put("own", town.curatorOf(school).signedIn());
        readers.put("other", town.curatorOf(town.school()).signedIn());
        readers.put("methodologist", town.methodologist().signedIn());
        readers.put("observer", town.observer().signedIn());
        readers.put("administrator", town.administrator().signedIn());
        return lines().stream().map(line -> dynamicTest(line.name(), () -> {
            Map<String, String> met = new LinkedHashMap<>();
            readers.forEach((reader, signedIn) -> met.put(reader, outcome(send(line, school, signedIn))));
            assertThat(met).as(line.name()).isEqualTo(line.outcomes());
        }));
    }

    private MockHttpServletResponse send(Line line, Tenant school, RequestPostProcessor signedIn) {
        return mvc.method(HttpMethod.valueOf(line.method())).uri(address(line, school)).with(csrf()).with(signedIn)
                .exchange().getResponse();
    }

    private static String outcome(MockHttpServletResponse response) {
        int status = response.getStatus();
        if (status == 302 && response.getRedirectedUrl().matches("(http://localhost)?/login")) {
            return "login";
        }
        return status == 403 || status == 404 || status >= 500 ? String.valueOf(status) : "open";
    }

    private URI address(Line line, Tenant school) {
        Matcher variable = Pattern.compile("\\{[^/]*}|\\*\\*").matcher(line.address());
        StringBuilder address = new StringBuilder();
        List<Object> values = new ArrayList<>();
        while (variable.find()) {
            String part = line.address().substring(0, variable.end());
            assertThat(THINGS).as("AccessTableTest.THINGS: how is the thing of the address made?").containsKey(part);
            values.add(THINGS.get(part).apply(new Place(school, List.copyOf(values), jdbc)));
            variable.appendReplacement(address, UriUtils.encodePathSegment(values.get(values.size() - 1).toString(), "UTF-8"));
        }
        return URI.create(variable.appendTail(address).toString());
    }

    private static List<Line> lines() {
        List<String> text = TABLE.lines().filter(line -> !line.isBlank()).toList();
        String[] readers = text.get(0).split("\\s+");
        int last = text.indexOf(text.stream().filter(line -> line.startsWith(WITHOUT_CONTROLLER)).findFirst().orElseThrow());
        return IntStream.range(1, text.size()).filter(at -> !text.get(at).startsWith("#")).mapToObj(at -> {
            String[] cells = text.get(at).split("\\s+");
            assertThat(cells).as(text.get(at)).hasSameSizeAs(readers);
            Map<String, String> outcomes = new LinkedHashMap<>();
            IntStream.range(2, cells.length).forEach(column -> outcomes.put(readers[column], cells[column]));
            return new Line(cells[0], cells[1], outcomes, at < last);
        }).toList();
    }

    private static Stream<String> methods(Set<?> named) {
        return named.isEmpty() ? Stream.of("GET", "POST") : named.stream().map(Object::toString);
    }
}
