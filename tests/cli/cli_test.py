# SPDX-License-Identifier: Apache-2.0
"""The program as people call it: exit codes, messages, and the output folder.

The binary's path is in COUNTERPOINT_BINARY. Rules alone are used: nothing here is about quality.
"""

import hashlib
import json
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import time
import unittest
import zipfile

BINARY = os.environ["COUNTERPOINT_BINARY"]
DAM = "The dam broke on Monday. Officials said that nobody died. “We heard it go,” said a resident."


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="counterpoint-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.out = self.folder / "out"

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_binary(self, *arguments, environment=None):
        return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, timeout=300,
                              env={**os.environ, **(environment or {})})

    def build(self, *paths, out=None, flags=()):
        return self.run_binary("build", "--no-model", *flags, *paths, "-o", out or self.out)

    def dossier(self, out=None):
        return json.loads(((out or self.out) / "dossier.json").read_text(encoding="utf-8"))

    def document(self, name):
        return next(d for d in self.dossier()["documents"] if d["name"] == name)


class ExitCodes(CliTest):
    def test_0_where_everything_was_read(self):
        run = self.build(self.write("dam.txt", DAM))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stderr, b"")
        self.assertEqual(sorted(p.name for p in self.out.iterdir()), ["dossier.json", "manifest.json", "report.html"])

    def test_1_where_a_report_is_missing_from_the_dossier(self):
        run = self.build(self.write("dam.txt", DAM), self.write("empty.txt", ""))
        self.assertEqual(run.returncode, 1)

    def test_2_where_it_was_called_wrongly(self):
        report = self.write("dam.txt", DAM)
        for arguments in ([], ["build"], ["build", report], ["weather"], ["build", report, "-o", self.out, "--loud"],
                          ["build", report, "-o", self.out, "--jobs", "many"]):
            with self.subTest(arguments=arguments):
                run = self.run_binary(*arguments)
                self.assertEqual(run.returncode, 2)
                self.assertNotEqual(run.stderr, b"")
        self.assertFalse(self.out.exists())

    def test_2_where_packs_or_models_are_missing(self):
        report = self.write("dam.txt", DAM)
        for flag, code in (("--packs", "pack.missing"), ("--models", "model.missing")):
            with self.subTest(flag=flag):
                run = self.run_binary("build", report, "-o", self.out, flag, self.folder / "nowhere")
                self.assertEqual(run.returncode, 2)
                self.assertIn(f"[{code}]".encode(), run.stderr)
                self.assertIn(b"nowhere", run.stderr)
                self.assertIn(flag.encode(), run.stderr)
        self.assertFalse(self.out.exists())

    def test_3_where_nothing_could_be_read(self):
        run = self.build(self.write("empty.txt", ""))
        self.assertEqual(run.returncode, 3)
        self.assertFalse(self.out.exists())

    def test_help_and_version_are_no_failure(self):
        for arguments in (["--help"], ["--version"], ["build", "--help"]):
            run = self.run_binary(*arguments)
            self.assertEqual(run.returncode, 0)
            self.assertNotEqual(run.stdout, b"")


class BadInputs(CliTest):
    """Each message names the input, a code and a remedy; the rest is built all the same."""

    def expect(self, run, code, name, exit_code=1):
        message = run.stderr.decode("utf-8")
        self.assertEqual(run.returncode, exit_code, message)
        line = next((line for line in message.splitlines() if f"[{code}]" in line), None)
        self.assertIsNotNone(line, f"no {code} in: {message}")
        self.assertIn(name, line)
        self.assertTrue(line.split(f"[{code}]", 1)[1].strip(), "no remedy")
        self.assertTrue(any(d["name"] == "dam.txt" and d["text"] for d in self.dossier()["documents"]))

    def test_files_that_cannot_be_used(self):
        for name, content, code in (
                ("empty.txt", b"", "document.empty"),
                ("blank.txt", b" \n\n ", "document.empty"),
                ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "document.binary"),
                ("cut.txt", b"\xff\xfeT", "document.encoding"),
        ):
            with self.subTest(name=name):
                self.expect(self.build(self.write("dam.txt", DAM), self.write(name, content)), code, name)
                error = self.document(name)["error"]
                self.assertEqual(error["code"], code)
                self.assertTrue(error["message"] and error["remedy"])
                self.assertEqual(self.document(name)["text"], "")

    def test_a_broken_record_among_good_ones(self):
        records = self.write("wire.jsonl", '{"name": "one", "text": "The bridge held on Monday."}\n'
                                           '{"name": "two", "text": \n'
                                           '{"name": "three", "text": "The mayor left on Monday."}\n')
        self.expect(self.build(self.write("dam.txt", DAM), records), "document.json", "wire.jsonl:2")
        self.assertTrue(self.document("one")["text"])
        self.assertTrue(self.document("three")["text"])

    def test_a_path_that_is_not_there(self):
        self.expect(self.build(self.write("dam.txt", DAM), self.folder / "nowhere.txt"),
                    "document.not_found", "nowhere.txt")

    def test_a_folder_without_reports(self):
        empty = self.folder / "nothing"
        empty.mkdir()
        (empty / ".hidden.txt").write_text("Not this.", encoding="utf-8")
        self.expect(self.build(self.write("dam.txt", DAM), empty), "document.empty_folder", "nothing")

    def test_the_same_path_twice_is_a_note_and_no_failure(self):
        report = self.write("dam.txt", DAM)
        self.expect(self.build(report, report), "document.repeated", "dam.txt", exit_code=0)
        self.assertEqual(len(self.dossier()["documents"]), 1)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read(self):
        closed = self.write("closed.txt", DAM)
        closed.chmod(0)
        self.expect(self.build(self.write("dam.txt", DAM), closed), "document.unreadable", "closed.txt")
        self.assertEqual(self.document("closed.txt")["error"]["code"], "document.unreadable")

    def test_messages_as_json_lines(self):
        run = self.build(self.write("dam.txt", DAM), self.write("empty.txt", ""), flags=["--json"])
        error = json.loads(run.stderr)
        self.assertEqual(sorted(error), ["code", "input", "message", "remedy"])
        self.assertEqual(error["code"], "document.empty")
        self.assertTrue(all(error.values()))
        summary = json.loads(run.stdout)
        self.assertEqual(summary["documents"], 2)
        self.assertEqual(summary["errors"], 1)
        self.assertEqual(summary["out"], str(self.out))

    def test_a_name_that_is_no_utf8_does_not_break_the_messages(self):
        path = os.path.join(os.fsencode(self.folder), b"caf\xe9.txt")
        with open(path, "wb"):
            pass
        run = self.run_binary("build", "--no-model", "--json", os.fsdecode(path), "-o", self.out)
        self.assertEqual(run.returncode, 3)
        self.assertEqual(json.loads(run.stderr.decode("utf-8"))["code"], "document.empty")


class OutputFolder(CliTest):
    def test_the_same_reports_give_the_same_bytes(self):
        reports = [self.write("dam.txt", DAM), self.write("bridge.txt", "The bridge held on Monday.")]
        other = self.folder / "other"
        self.build(*reports)
        self.build(*reversed(reports), out=other, flags=["--jobs", "2"])
        for name in ("dossier.json", "report.html"):
            self.assertEqual((self.out / name).read_bytes(), (other / name).read_bytes(), name)

    def test_an_earlier_dossier_is_replaced_as_a_whole(self):
        self.build(self.write("bridge.txt", "The bridge held on Monday."))
        before = (self.out / "dossier.json").stat().st_ino
        run = self.build(self.write("dam.txt", DAM))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual([d["name"] for d in self.dossier()["documents"]], ["dam.txt"])
        self.assertNotEqual((self.out / "dossier.json").stat().st_ino, before)
        left = sorted(p.name for p in self.folder.iterdir())
        self.assertEqual(left, ["bridge.txt", "dam.txt", "out"], "nothing is left beside it")

    def test_a_foreign_folder_is_refused_and_left_as_it_was(self):
        self.out.mkdir()
        (self.out / "thesis.txt").write_text("years of work", encoding="utf-8")
        run = self.build(self.write("dam.txt", DAM))
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"[output.not_a_dossier]", run.stderr)
        self.assertEqual([p.name for p in self.out.iterdir()], ["thesis.txt"])
        self.assertEqual((self.out / "thesis.txt").read_text(encoding="utf-8"), "years of work")

    def test_a_file_in_the_place_of_the_folder_is_refused(self):
        self.out.write_text("a file", encoding="utf-8")
        run = self.build(self.write("dam.txt", DAM))
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"[output.not_a_dossier]", run.stderr)
        self.assertEqual(self.out.read_text(encoding="utf-8"), "a file")

    def test_an_empty_folder_and_a_trailing_slash_will_do(self):
        self.out.mkdir()
        run = self.build(self.write("dam.txt", DAM), out=str(self.out) + "/")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue((self.out / "dossier.json").exists())

    def test_nothing_is_replaced_where_nothing_could_be_read(self):
        self.build(self.write("dam.txt", DAM))
        before = (self.out / "dossier.json").read_bytes()
        self.assertEqual(self.build(self.write("empty.txt", "")).returncode, 3)
        self.assertEqual((self.out / "dossier.json").read_bytes(), before)

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_the_old_dossier_stays_where_writing_fails(self):
        parent = self.folder / "parent"
        parent.mkdir()
        out = parent / "out"
        self.build(self.write("dam.txt", DAM), out=out)
        before = (out / "dossier.json").read_bytes()
        parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
        try:
            run = self.build(self.write("bridge.txt", "The bridge held on Monday."), out=out)
        finally:
            parent.chmod(stat.S_IRWXU)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"[output.write]", run.stderr)
        self.assertEqual((out / "dossier.json").read_bytes(), before)
        self.assertEqual([p.name for p in parent.iterdir()], ["out"])

    def test_decisions_beside_the_folder_are_read_and_kept(self):
        report = self.write("dam.txt", DAM)
        self.build(report)
        voice = self.dossier()["voices"][0]["id"]
        decisions = self.write("out.decisions.jsonl",
                               json.dumps({"target": voice, "action": "rename", "after": "Harbour Courier"}) + "\n")
        before = decisions.read_bytes()
        run = self.build(report)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(decisions.read_bytes(), before)
        self.assertEqual(self.dossier()["decisions"][0]["state"], "applied")
        self.assertIn("Harbour Courier", [v["name"] for v in self.dossier()["voices"]])

    def test_decisions_that_cannot_be_read_stop_the_build(self):
        self.write("out.decisions.jsonl", "{not json\n")
        run = self.build(self.write("dam.txt", DAM))
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"[dossier.decisions]", run.stderr)
        self.assertFalse(self.out.exists())


class Custody(CliTest):
    """The manifest, the originals kept, and what verify finds changed."""

    def manifest(self):
        return json.loads((self.out / "manifest.json").read_text(encoding="utf-8"))

    def verify(self, *codes):
        run = self.run_binary("verify", self.out, "--json")
        found = sorted(json.loads(line)["code"] for line in run.stderr.decode().splitlines())
        self.assertEqual(found, sorted(codes), run.stderr)
        self.assertEqual(run.returncode, 1 if codes else 0)
        return run

    def change(self, path, old, new):
        content = path.read_text(encoding="utf-8")
        self.assertIn(old, content)
        path.write_text(content.replace(old, new, 1), encoding="utf-8")

    def state_hash(self, name):
        """Writes the hash of a changed output into the manifest, as a forger would."""
        manifest = self.manifest()
        for output in manifest["outputs"]:
            if output["name"] == name:
                output["sha256"] = hashlib.sha256((self.out / name).read_bytes()).hexdigest()
        (self.out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    def test_the_manifest_lists_what_was_received_and_written(self):
        report = self.write("dam.txt", DAM)
        self.build(report)
        manifest = self.manifest()
        self.assertEqual(manifest["schema"], "counterpoint/manifest/1")
        receipt, = manifest["files"]
        self.assertEqual(receipt["sha256"], hashlib.sha256(report.read_bytes()).hexdigest())
        self.assertEqual((receipt["name"], receipt["bytes"], receipt["path"]), ("dam.txt", len(DAM.encode()), str(report)))
        self.assertRegex(receipt["received"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual([o["name"] for o in manifest["outputs"]], ["dossier.json", "report.html"])
        self.assertIn(b"1 files, 1 documents and ", self.verify().stdout)

    def test_a_receipt_keeps_its_time_and_is_never_lost(self):
        dam, bridge = self.write("dam.txt", DAM), self.write("bridge.txt", "The bridge held on Monday.")
        self.build(dam, bridge)
        manifest = self.manifest()
        for receipt in manifest["files"]:
            receipt["received"] = "2020-01-02T03:04:05Z"
        (self.out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        self.build(dam)
        self.assertEqual(self.manifest()["files"][0]["received"], "2020-01-02T03:04:05Z")
        self.assertEqual([f["name"] for f in self.manifest()["earlier"]], ["bridge.txt"])

    def test_originals_are_kept_unchanged_over_later_builds(self):
        dam, bridge = self.write("dam.txt", DAM), self.write("bridge.txt", "The bridge held on Monday.")
        content = dam.read_bytes()
        self.build(dam, flags=["--keep"])
        dam.unlink()
        self.verify()
        self.build(bridge)
        name = hashlib.sha256(content).hexdigest()
        self.assertEqual((self.out / "originals" / name[:2] / name).read_bytes(), content)

    def test_a_file_that_was_changed_or_removed_is_found(self):
        dam = self.write("dam.txt", DAM)
        self.build(dam)
        self.change(dam, "Monday", "Friday")
        self.verify("custody.changed", "custody.missing")
        dam.unlink()
        self.verify("custody.missing", "custody.missing")

    def test_a_kept_original_that_was_changed_is_found(self):
        self.build(self.write("dam.txt", DAM), flags=["--keep"])
        original, = (path for path in (self.out / "originals").rglob("*") if path.is_file())
        self.change(original, "Monday", "Friday")
        self.verify("custody.changed", "custody.missing")

    def test_an_output_that_was_changed_is_found(self):
        self.build(self.write("dam.txt", DAM))
        self.change(self.out / "report.html", "<", " <")
        self.verify("custody.changed")
        (self.out / "report.html").unlink()
        self.verify("custody.missing")

    def test_forged_text_is_found_though_its_hash_fits(self):
        self.build(self.write("dam.txt", DAM))
        self.change(self.out / "dossier.json", "nobody died. “We", "many died..  “We")
        self.state_hash("dossier.json")
        codes = {json.loads(line)["code"] for line in self.run_binary("verify", self.out, "--json").stderr.splitlines()}
        self.assertIn("custody.map", codes)

    def test_a_forged_span_is_found_though_the_hash_fits(self):
        self.build(self.write("dam.txt", DAM))
        dossier = self.dossier()
        dossier["statements"][0]["span"]["text"] = "everybody died"
        (self.out / "dossier.json").write_text(json.dumps(dossier), encoding="utf-8")
        self.state_hash("dossier.json")
        self.verify("custody.span")

    def test_records_and_members_of_archives_are_verified(self):
        with zipfile.ZipFile(self.folder / "two.zip", "w") as archive:
            archive.writestr("dam.txt", DAM)
            archive.writestr("wire.jsonl", json.dumps({"name": "one", "text": "The bridge held on Monday."}) + "\n")
        self.build(self.folder / "two.zip")
        self.assertIn(b"1 files, 2 documents and ", self.verify().stdout)

    def test_manifests_that_cannot_be_used(self):
        self.build(self.write("dam.txt", DAM))
        for content in ("", "{", "[]", "null", '{"schema": 7}', '{"schema": "counterpoint/manifest/1", "files": [7, null,'
                        ' {"name": 1, "sha256": "../../etc/passwd"}], "outputs": [{"name": "../x"}, 3]}'):
            with self.subTest(content=content):
                (self.out / "manifest.json").write_text(content, encoding="utf-8")
                run = self.run_binary("verify", self.out)
                self.assertEqual(run.returncode, 1, run.stderr)
                self.assertIn(b"[custody.manifest]", run.stderr)

    def test_killed_at_any_moment_the_old_dossier_or_the_new_one_stands(self):
        dam = self.write("dam.txt", DAM)
        reports = self.folder / "reports"
        reports.mkdir()
        for i in range(40):
            (reports / f"{i}.txt").write_text(f"{DAM} The mayor counted {i} houses.", encoding="utf-8")
        self.build(dam, flags=["--keep"])
        started = time.monotonic()
        self.build(reports, out=self.folder / "whole", flags=["--keep"])
        whole = time.monotonic() - started
        finished = 0
        for i in range(50):
            with subprocess.Popen([BINARY, "build", "--no-model", "--keep", reports, "-o", self.out],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                time.sleep(whole * 1.2 * i / 49)
                process.kill()
            self.verify()
            count = len(self.dossier()["documents"])
            self.assertIn(count, (1, 40))
            finished += count == 40
            if count == 40:
                self.build(dam)
        self.assertGreater(finished, 0, "no build was left to end")
        self.assertLess(finished, 50, "no build was killed")
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith(".")], [], "no leftovers")


class Screens(CliTest):
    def setUp(self):
        super().setUp()
        self.build(self.write("dam.txt", DAM))

    def test_every_screen_prints(self):
        for screen in ("briefing", "ledger", "timeline", "who", "conflicts"):
            run = self.run_binary("show", self.out, screen)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertNotEqual(run.stdout, b"")
        self.assertEqual(self.run_binary("show", self.out).stdout,
                         self.run_binary("show", self.out / "dossier.json", "briefing").stdout)

    def test_explain_tells_of_a_statement(self):
        statement = self.dossier()["statements"][0]
        run = self.run_binary("explain", self.out, statement["id"])
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(statement["id"], run.stdout.decode("utf-8"))

    def test_no_colour_without_a_terminal(self):
        for environment in ({}, {"NO_COLOR": "1"}):
            self.assertNotIn(b"\x1b", self.run_binary("show", self.out, environment=environment).stdout)

    def test_colour_on_a_terminal_unless_it_is_not_wanted(self):
        environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        for extra, coloured in (({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)):
            with self.subTest(extra=extra):
                self.assertEqual(b"\x1b[1m" in self.on_terminal({**environment, **extra}), coloured)

    def on_terminal(self, environment):
        try:
            master, slave = os.openpty()
        except OSError as problem:
            self.skipTest(f"this system gives no pseudo-terminal: {problem}")
        with subprocess.Popen([BINARY, "show", str(self.out), "who"], stdout=slave, stderr=slave,
                              env=environment) as process:
            os.close(slave)
            printed = b""
            try:
                while chunk := os.read(master, 4096):
                    printed += chunk
            except OSError:  # how a closed terminal ends on Linux
                pass
            self.assertEqual(process.wait(timeout=60), 0)
        os.close(master)
        return printed

    def test_unknown_screens_ids_and_folders(self):
        for arguments, code in ((["show", self.out, "weather"], "view.unknown_screen"),
                                (["explain", self.out, "s-nothing"], "view.unknown_id"),
                                (["show", self.folder / "nowhere"], "show.missing"),
                                (["show", self.write("other.json", "{}")], "view.json")):
            with self.subTest(code=code):
                run = self.run_binary(*arguments)
                self.assertEqual(run.returncode, 2)
                self.assertIn(f"[{code}]".encode(), run.stderr)
                self.assertEqual(run.stdout, b"")


if __name__ == "__main__":
    unittest.main()
