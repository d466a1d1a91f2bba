package ru.smolensk.mentoring.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;

/** How a file field of a form arrives at its record. */
class UploadTest {

    record Form(String title, Upload file) {
    }

    private final AtomicReference<Form> bound = new AtomicReference<>();
    private final AtomicReference<BindingResult> errors = new AtomicReference<>();
    private final MockMvcTester mvc = MockMvcTester.of(new Controller());

    @RestController
    class Controller {

        @PostMapping("/")
        @ResponseBody
        String take(@ModelAttribute("form") Form form, BindingResult result) {
            bound.set(form);
            errors.set(result);
            return "";
        }
    }

    @Test
    void aChosenFileAndTheOneKeptBeforeArriveTogether() {
        assertThat(mvc.post().uri("/").multipart().file(new MockMultipartFile("file.file", "приказ.pdf", null, new byte[] {1}))
                .param("title", "Приказ").param("file.kept", "12")).hasStatusOk();

        assertThat(bound.get().file().chosen()).isTrue();
        assertThat(bound.get().file().kept()).isEqualTo(12);
        assertThat(errors.get().hasErrors()).isFalse();
    }

    @Test
    void nothingChosenIsAnEmptyPartWithoutAName() {
        assertThat(mvc.post().uri("/").multipart().file(new MockMultipartFile("file.file", "", null, new byte[0]))
                .param("file.kept", "").param("file.drop", "true")).hasStatusOk();

        assertThat(bound.get().file().chosen()).isFalse();
        assertThat(bound.get().file().kept()).isNull();
        assertThat(bound.get().file().dropped()).isTrue();
    }

    @Test
    void anEmptyFileIsAChosenOne() {
        assertThat(mvc.post().uri("/").multipart().file(new MockMultipartFile("file.file", "пусто.pdf", null, new byte[0]))
                .param("file.kept", "")).hasStatusOk();

        assertThat(bound.get().file().chosen()).isTrue();
    }

    @Test
    void aRequestWithoutTheFieldHasNoUpload() {
        assertThat(mvc.post().uri("/").param("title", "Приказ")).hasStatusOk();

        assertThat(bound.get().file()).isNull();
        assertThat(Upload.id(bound.get().file())).isNull();
    }
}
