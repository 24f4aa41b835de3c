"""How well are plans told from other pages, and which weights would tell them better?

    python benchmarks/detection.py LABELS.json [LABELS.json ...] [--fit] [--untitled] [-v]

A file of labels is a list of documents: `file` (relative to the file of labels), `kind` (plan, template or other), and,
where known, `path` (in its docs folder or repository) and `group`: documents of one group, such as a repository, are
never on both sides of a trial. Prints how many kinds are right; `-v` names the others, with their reasons.

`--fit` moves the points of `profiles/weights.py` towards those that tell these documents best (logistic regression with
a penalty on the distance from today's points), prints them beside today's, and how well points fitted to nine tenths of
the groups tell the documents of the last tenth. Points that are taken over are rounded to
quarters, by hand. `--untitled` adds each document without its title, with a fifth of the weight, so that the points do
not hang on titles alone.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import json
import math
import pathlib
import re
from dataclasses import dataclass

from mkdocs_planplugin.reading import PageVerdict, read
from mkdocs_planplugin.reading.profiles import BASE, WEIGHTS

FOLDS = 10
ROUNDS = 400
STEP = 0.5
PENALTY = 1.0
UNTITLED = 0.2  # the weight of a document without its title
TITLE = re.compile(r"^# .*$", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A labelled document with what the reader says of it: the kind, and the strength of each sign it weighed."""

    path: str
    kind: str
    group: str
    read_as: str
    verdict: PageVerdict
    weight: float = 1.0

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan or a template, which look alike to detection."""
        return self.kind != "other"

    @property
    def strengths(self) -> dict[str, float]:
        """How far each sign is there; the base is always."""
        return {"base": 1.0} | {reason.sign: reason.strength for reason in self.verdict.reasons if reason.sign}


def documents_of(labels: pathlib.Path, *, untitled: bool = False) -> list[Document]:
    """The documents that a file of labels names, read; those with a title once more without it if they are to be
    `untitled`."""
    documents = []
    for label in json.loads(labels.read_text("utf-8")):
        path = label.get("path") or label["file"]
        text = (labels.parent / label["file"]).read_bytes().decode("utf-8-sig", errors="replace")
        bare = TITLE.sub("", text, count=1)
        for copy, weight in [(text, 1.0)] + [(bare, UNTITLED)] * (untitled and bare != text):
            reading = read(copy, name=pathlib.PurePosixPath(path).stem, path=path, all_reasons=True)
            plan = reading.plan
            kind = "other" if plan is None else "template" if plan.is_template else "plan"
            group = label.get("group") or path
            documents.append(Document(path, label["kind"], group, kind, reading.verdict, weight))
    return documents


def report(documents: list[Document], *, verbose: bool) -> None:
    """Print how many kinds are right, which are confused, and the reasons where they are not."""
    confused = collections.Counter((doc.kind, doc.read_as) for doc in documents if doc.kind != doc.read_as)
    right = sum(doc.kind == doc.read_as for doc in documents)
    print(f"kind {right}/{len(documents)} ({right / len(documents):.1%})")
    for (kind, read_as), count in sorted(confused.items()):
        print(f"  {kind} read as {read_as}: {count}")
    for doc in documents:
        if verbose and doc.kind != doc.read_as:
            score = "" if doc.verdict.score is None else f" ({doc.verdict.score:+.1f})"
            print(f"\n{doc.path}: {doc.kind} read as {doc.read_as}{score}")
            for reason in doc.verdict.reasons:
                print(f"    {reason}")


def fitted(documents: list[Document]) -> dict[str, float]:
    """Points near today's that tell these documents as well as may be: gradient descent, most steps small."""
    today: dict[str, float] = {"base": BASE} | {sign: weight.points for sign, weight in WEIGHTS.items()}
    weights = dict(today)
    rows = [(doc.strengths, float(doc.is_plan), doc.weight) for doc in documents if doc.verdict.score is not None]
    for _ in range(ROUNDS):
        slope = {sign: PENALTY * (weights[sign] - today[sign]) for sign in weights}
        for strengths, target, weight in rows:
            told = 1 / (1 + math.exp(-sum(weights[sign] * value for sign, value in strengths.items())))
            error = weight * (told - target)
            for sign, value in strengths.items():
                slope[sign] += error * value
        for sign in weights:
            weights[sign] -= STEP * slope[sign] / (PENALTY + len(rows) / 4)
    return weights


def right_by(weights: dict[str, float], documents: list[Document]) -> int:
    """How many documents these points tell rightly as plans (or templates) or others."""
    right = 0
    for doc in documents:
        score = sum(weights[sign] * value for sign, value in doc.strengths.items())
        right += (doc.verdict.score is not None and score > 0) == doc.is_plan
    return right


def report_fit(documents: list[Document]) -> None:
    """Print the fitted points beside today's, and how they do on groups that they were not fitted to."""
    weights = fitted(documents)
    today = {"base": BASE} | {sign: weight.points for sign, weight in WEIGHTS.items()}
    for sign, points in sorted(weights.items(), key=lambda item: -item[1]):
        print(f"  {sign:16} {points:+.2f}  (today {today[sign]:+.1f})")
    folds = collections.defaultdict(list)
    for doc in documents:
        folds[int(hashlib.sha256(doc.group.encode()).hexdigest(), 16) % FOLDS].append(doc)
    trials = [
        right_by(fitted([doc for other, docs in folds.items() if other != fold for doc in docs]), of_fold)
        for fold, of_fold in folds.items()
    ]
    print(f"plans told: today {right_by(today, documents)}, fitted {right_by(weights, documents)}, ", end="")
    print(f"fitted to other groups {sum(trials)} of {len(documents)}")


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=pathlib.Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--untitled", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    documents = [doc for labels in arguments.labels for doc in documents_of(labels, untitled=arguments.untitled)]
    report(documents, verbose=arguments.verbose)
    if arguments.fit:
        report_fit(documents)


if __name__ == "__main__":
    main()
