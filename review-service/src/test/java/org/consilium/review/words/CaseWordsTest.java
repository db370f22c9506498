package org.consilium.review.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.review.words.CaseWords.Patient;
import org.junit.jupiter.api.Test;

class CaseWordsTest {

    @Test
    void a_chinese_name_is_written_family_first_and_unspaced() {
        assertThat(new Patient("伟", "王", "zh").name()).isEqualTo("王伟");
        assertThat(new Patient("小明", "欧阳", "zh").name()).isEqualTo("欧阳小明");
    }

    @Test
    void every_other_name_is_written_given_name_first() {
        assertThat(new Patient("Yusuf", "Khan", "ur").name()).isEqualTo("Yusuf Khan");
        assertThat(new Patient("یوسف", "خان", "ur").name()).isEqualTo("یوسف خان");
        assertThat(new Patient("Wei", "王", "zh").name()).isEqualTo("Wei 王");
    }
}
