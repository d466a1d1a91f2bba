package ru.smolensk.mentoring.document;

import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;
import ru.smolensk.mentoring.platform.Refusals;
import ru.smolensk.mentoring.platform.Tenant;

/**
 * Makes the {@link Paper} of a record and keeps its files in step with what the public may see. A form has three components named
 * {@code Upload file, Disclosure disclosure, Upload publicFile}; its template shows the last two by
 * {@code ~{document/disclosure :: fields}}, its controller calls {@link #receive} before {@code forms.submit} and gives the page
 * {@code @ModelAttribute("disclosures") Disclosure.values()}.
 */
@Service
@Transactional
public class Papers {

    private final Files files;

    Papers(Files files) {
        this.files = files;
    }

    /**
     * What a form says of a paper; the identifiers may be {@code null}.
     *
     * @param publicFileId the copy without names; counts only with {@link Disclosure#REDACTED_COPY}
     */
    public record Said(Long fileId, Disclosure disclosure, Long publicFileId) {

        public static Said of(Upload file, Disclosure disclosure, Upload publicFile) {
            return new Said(Upload.id(file), disclosure, Upload.id(publicFile));
        }
    }

    /** Takes what came in the fields {@code file} and {@code publicFile}. */
    public void receive(Tenant tenant, Upload file, Upload publicFile, BindingResult errors) {
        files.receive(tenant, file, "file", errors);
        files.receive(tenant, publicFile, "publicFile", errors);
    }

    /** Notes what a form leaves out. */
    public static void check(Refusals wrong, Disclosure disclosure, Upload publicFile) {
        Paper.check(wrong, disclosure, Upload.id(publicFile) != null);
    }

    /**
     * The paper of a new record.
     *
     * @throws ru.smolensk.mentoring.platform.Refusal at {@code disclosure} or {@code publicFile}
     */
    public Paper enter(Tenant tenant, Said said) {
        StoredFile file = files.saved(tenant, said.fileId());
        StoredFile publicFile = files.saved(tenant, said.publicFileId());
        Paper paper = new Paper(file, said.disclosure(), publicFile);
        files.attach(tenant, paper.fileId(), paper.publicFileId());
        Stream.of(file, publicFile).filter(one -> one != null && one.withdrawnAt() != null && paper.discloses(one))
                .forEach(one -> files.release(tenant, one.id()));
        return paper;
    }

    /**
     * The paper that takes another's place. The file that the public could see before leaves every public address at once, older
     * editions of the section included, when it names people or when nothing or only a copy without names is shown from now on
     * (152-FZ, art. 10.1). A file that names nobody stays in the editions that offer it.
     */
    public Paper replace(Tenant tenant, Paper before, Said said) {
        Paper after = enter(tenant, said);
        Long wasPublic = before.disclosedFileId();
        if (wasPublic != null && !wasPublic.equals(after.disclosedFileId()) && !(before.namesNobody() && after.open())) {
            files.withdraw(tenant, wasPublic);
        }
        return after;
    }
}
