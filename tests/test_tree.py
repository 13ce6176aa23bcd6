from factcheck.reports.tree import draw_tree
from factcheck.vocabulary import default_vocabulary

SENTENCE = "The mayor said 12 men, including 3 guards, were hurt in fires that hit two towns on Saturday."


def test_a_sentence_is_drawn_with_its_clauses_and_the_paths_from_its_numbers() -> None:
    assert draw_tree(SENTENCE, default_vocabulary()) == (
        f"{SENTENCE}\n"
        "main\n"
        "  subject  The mayor\n"
        "  verb     said → say (finite)\n"
        "  content\n"
        "    subject  12 men\n"
        "    verb     were hurt → hurt (passive, finite)\n"
        "    oblique  including 3 guards\n"
        "    oblique  in fires\n"
        "    relative “that” about “in fires”\n"
        "      subject  in fires\n"
        "      verb     hit → hit (finite)\n"
        "      object   two towns\n"
        "      oblique  on Saturday\n"
        "path of “12”: subject of “hurt” → content of “say”\n"
        "path of “3”: oblique of “hurt” → content of “say”\n"
        "path of “two”: object of “hit” → relative of “hurt” → content of “say”\n"
    )


def test_a_text_without_numbers_says_so() -> None:
    assert draw_tree("Nothing burned.", default_vocabulary()) == "No number in it, so no sentence was read.\n"
