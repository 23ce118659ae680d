"""genanki beside us: genanki_deck.py NOTES FILE prints seconds, peak memory (KiB) and bytes, like galpi_bench_anki."""
import os
import resource
import sys
import time

import genanki

WORDS = ("모델은 학습된 표현을 정확도가 이전보다 높아졌으며 데이터에서 attention 방법으로 추론 속도를 비교하였다. 대규모 언어 benchmark "
         "결과는 제안하는 손실을 줄이고 안정적인 구조가").split()
FIELDS = "Key En Ko Abbr Variants Def Example ExampleMasked Source FirstSeen Domain Hint KoEn Spare1 Spare2".split()


def prose(state, words):
    return " ".join(WORDS[(state * 7919 + i * i * 31) % len(WORDS)] for i in range(words))


def main(count, path):
    model = genanki.Model(1761955210000, "Term", fields=[{"name": name} for name in FIELDS],
                          templates=[{"name": "a", "qfmt": "{{En}}", "afmt": "{{Ko}}"}, {"name": "b", "qfmt": "{{Ko}}", "afmt": "{{En}}"}])
    rows = [[f"concept-{i}", f"concept number {i}", f"개념 {i}", "", "", prose(i, 8), prose(i + 1, 16), prose(i + 2, 16), "", "", "", "", "1", "", ""]
            for i in range(count)]
    start = time.perf_counter()
    deck = genanki.Deck(1761955200002, "galpi")
    for i, row in enumerate(rows):
        deck.add_note(genanki.Note(model=model, fields=row, guid=str(i), tags=["galpi::term"]))
    genanki.Package(deck).write_to_file(path)
    print(f"{time.perf_counter() - start:.4f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss} {os.path.getsize(path)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
