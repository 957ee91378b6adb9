"""Trains: first the heads on the frozen encoder's cached output, then the whole network."""
import json
import time
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from . import model, optimizer
from .checkpoint import load_checkpoint, save_checkpoint
from .data import load_prepared, make_batch, plan_batches
from .evaluate import dev_sets, score_all
from .parallel import in_threads
from .polnear import KINDS
from .pooled import base_encoder, pooled_loss, pooled_vectors
from .safetensors_io import read_safetensors
from .wordpieces import WordPieces


def drop_words(words, key, rate):
    """Inverted dropout on the words' hidden states."""
    keep = jax.random.bernoulli(key, 1 - rate, words.shape)
    return jnp.where(keep, words / (1 - rate), 0.0)


def make_gradient(config, use_cached_words):
    """The jitted (trained, frozen, batch, number) -> (gradients, loss parts); number seeds dropout.

    With use_cached_words the batch brings the words' hidden states and the encoder is not run.
    """
    settings, rest = config["probe" if use_cached_words else "train"], config["train"]

    def loss(trained, frozen, batch, key):
        weights, hidden = {**frozen, **trained}, None
        if use_cached_words:
            words = batch["words"]
        else:
            hidden = model.run_layers(weights, batch["lower"], batch["mask"],
                                      config["model"]["attention_heads"], rest["frozen_layers"],
                                      config["model"]["layers"])
            words = model.word_hidden(hidden, batch["first"])
        words = drop_words(words, key, settings["word_dropout"])
        total, parts = model.loss_from_words(weights, words, batch, config["loss"])
        if hidden is not None:
            parts["pooled"] = pooled_loss(hidden, batch) / jnp.maximum(batch["mask"][:, 1].sum(), 1)
            total = total + config["loss"]["pooled"] * parts["pooled"]
        return total, parts

    @jax.jit
    def gradient(trained, frozen, batch, number):
        key = jax.random.fold_in(jax.random.key(rest["seed"], impl="rbg"), number)
        (_, parts), gradients = jax.value_and_grad(loss, has_aux=True)(trained, frozen, batch, key)
        return gradients, parts
    return gradient


def make_update(config):
    """The jitted (trained, state, gradients of the batches of a step, rates, number) -> new values."""
    settings = config["train"]

    @partial(jax.jit, donate_argnums=(0, 1))
    def update(trained, state, gradients, rates, number):
        mean = jax.tree.map(lambda *g: sum(g) / len(g), *gradients)
        return optimizer.update(trained, mean, state, number.astype(jnp.float32), rates,
                                settings["weight_decay"], settings["clip_norm"])
    return update


def add_case_noise(batch, rate, rng):
    """Makes the shapes of some sentences all lower case, of as many all Titlecase (headlines)."""
    from .shapes import LOWER, TITLE, TITLE_FIRST, UPPER, UPPER1, MIXED
    shapes = batch["shapes"]
    cased = np.isin(shapes, (LOWER, TITLE, TITLE_FIRST, UPPER, UPPER1, MIXED))
    draw = rng.random(len(shapes))
    for row in np.flatnonzero(draw < 2 * rate):
        shapes[row][cased[row]] = LOWER if draw[row] < rate else TITLE


def train_heads(config, weights, examples):
    """Fits the heads alone to the first phase's sets; the encoder runs once over all sentences."""
    examples = [e for e in examples if e.origin in config["phase"][0]["repeat"]]
    settings, lengths = config["probe"], config["train"]["lengths"]
    encode = jax.jit(lambda w, b: model.word_hidden(
        model.encode(w, b["pieces"], b["mask"], config["model"]["attention_heads"]), b["first"]))
    encoder = {n: jnp.asarray(v) for n, v in weights.items() if optimizer.is_encoder(n)}
    cached, started = [None] * len(examples), time.time()

    def encode_one(item):
        length, rows, members = item
        batch = make_batch([examples[i] for i in members], length, rows)
        words = np.asarray(encode(encoder, batch), np.float16)
        for row, i in enumerate(members):
            cached[i] = words[row, :len(examples[i].first) + 1]
    in_threads(encode_one, plan_batches(examples, lengths, 1024), workers=2)
    print(f"heads: encoder ran in {time.time() - started:.0f} s", flush=True)
    trained = {n: jnp.asarray(v) for n, v in weights.items() if not optimizer.is_encoder(n)}
    state, number = optimizer.init_state(trained), 0
    gradient, update = make_gradient(config, use_cached_words=True), make_update(config)
    for epoch in range(settings["epochs"]):
        plan = plan_batches(examples, lengths, settings["batch_pieces"], np.random.default_rng(epoch))
        for length, rows, members in plan:
            batch = make_batch([examples[i] for i in members], length, rows)
            batch["words"] = np.zeros(batch["first"].shape + (cached[0].shape[1],), np.float32)
            for row, i in enumerate(members):
                batch["words"][row, :len(cached[i])] = cached[i]
            number += 1
            rate = settings["learning_rate"] * optimizer.schedule(
                number / (len(plan) * settings["epochs"]), number, config["train"]["warmup_steps"])
            gradients, parts = gradient(trained, {}, batch, jnp.int32(number))
            trained, state = update(trained, state, [gradients], jnp.array([0.0, rate]),
                                    jnp.int32(number))
        print(f"heads: epoch {epoch + 1}, {time.time() - started:.0f} s,", show(parts), flush=True)
    return {**weights, **{n: np.asarray(v) for n, v in trained.items()}}


def show(parts):
    """Loss parts in one line."""
    return " ".join(f"{name} {float(value):.3f}" for name, value in sorted(parts.items()))


class LowerStates:
    """What goes into the lowest trained layer. It never changes, so it is computed once, when an
    example is first seen, and kept in float16."""

    def __init__(self, config, frozen, examples):
        layers, heads = config["train"]["frozen_layers"], config["model"]["attention_heads"]
        self.run = jax.jit(lambda w, pieces, mask: model.run_layers(
            w, model.embed(w, pieces), mask, heads, 0, layers))
        self.frozen, self.examples = frozen, examples
        self.known = [None] * len(examples)

    def of(self, members, batch):
        """States [B, S, H] of a batch's examples."""
        if any(self.known[i] is None for i in members):
            out = np.asarray(self.run(self.frozen, batch["pieces"], batch["mask"]))
            for row, i in enumerate(members):
                self.known[i] = out[row, :len(self.examples[i].pieces)].astype(np.float16)
            return out
        out = np.zeros(batch["pieces"].shape + (self.known[members[0]].shape[1],), np.float32)
        for row, i in enumerate(members):
            out[row, :len(self.known[i])] = self.known[i]
        return out


def pooled_targets(config, base_folder, examples):
    """The base encoder's sentence vectors of a share of the examples; the others are zero."""
    rng = np.random.default_rng(config["train"]["seed"])
    chosen = np.flatnonzero(rng.random(len(examples)) < config["train"]["pooled_share"])
    vectors = pooled_vectors(base_encoder(base_folder, config["model"]["layers"]),
                             [examples[i] for i in chosen], config["train"]["lengths"],
                             config["model"]["attention_heads"])
    targets = np.zeros((len(examples), vectors.shape[1]), np.float32)
    targets[chosen] = vectors
    return targets


class FineTuning:
    """One phase over encoder and heads: resumable, stops by steps or minutes."""

    def __init__(self, config, phase, work, dev, word_pieces, labels, pooled):
        self.config, self.settings = config, {**config["train"], **phase}
        self.last = Path(work) / f"{phase['name']}.npz"      # complete, once its meta says so
        self.pooled = pooled                       # the base encoder's vector of every example
        self.lower = None                          # states below the trained layers
        self.dev = (word_pieces, labels, config, dev)
        self.seconds, self.number = 0.0, 0

    def run(self, weights, examples):
        """Trains from `weights`, or from the last checkpoint if there is one; the new weights."""
        state = None
        if self.last.exists():
            weights, state, meta = load_checkpoint(self.last)
            self.seconds, self.number = meta["seconds"], meta["step"]
            if meta["done"]:
                return weights
        trained, self.frozen = optimizer.split_frozen(weights, self.settings["frozen_layers"])
        trained = {n: jnp.asarray(v) for n, v in trained.items()}
        self.frozen = {n: jnp.asarray(v) for n, v in self.frozen.items()}
        self.lower = LowerStates(self.config, self.frozen, examples)
        self.trained, self.state = trained, state or optimizer.init_state(trained)
        self.gradient, self.update = make_gradient(self.config, False), make_update(self.config)
        started = evaluated = time.time()
        for items in self.steps(examples):
            progress = self.progress(started)
            if progress >= 1:
                break
            self.one_step(examples, progress, items)
            if self.number % self.settings["steps_between_saves"] == 0:
                started = self.save(started)
            if time.time() - evaluated > 60 * self.settings["minutes_between_evaluations"]:
                started = self.save(started)
                self.evaluate()
                evaluated = time.time()
        self.save(started, done=True)
        self.evaluate()
        return {**self.frozen, **self.trained}

    def steps(self, examples):
        """Each step's batches from where the run stands, epoch after epoch, each with its own seed."""
        epoch, seen, together = 0, 0, self.settings["batches_per_step"]
        numbers = [i for i, e in enumerate(examples)
                   for _ in range(self.settings["repeat"].get(e.origin, 0))]
        while True:
            rng = np.random.default_rng([self.settings["seed"], epoch])
            plan = plan_batches(examples, self.settings["lengths"], self.settings["batch_pieces"], rng,
                                numbers)
            for at in range(0, len(plan) - together + 1, together):
                if seen >= self.number:
                    yield plan[at:at + together]
                seen += 1
            epoch += 1

    def progress(self, started):
        """Share of the schedule that is used up: steps or minutes, whichever is further."""
        seconds = self.seconds + time.time() - started
        return max(self.number / self.settings["max_steps"], seconds / 60 / self.settings["max_minutes"])

    def one_step(self, examples, progress, items):
        """One optimiser step; prints the loss now and then."""
        self.number += 1
        together = len(items)

        def one(k):
            batch = self.make_batch(examples, items[k], np.random.default_rng([self.number, k]))
            result = self.gradient(self.trained, self.frozen, batch,
                                   jnp.int32(self.number * together + k))
            return jax.block_until_ready(result)
        results = in_threads(one, range(together), workers=together)
        factor = optimizer.schedule(progress, self.number, self.settings["warmup_steps"])
        rates = jnp.array([self.settings["encoder_learning_rate"],
                           self.settings["head_learning_rate"]]) * factor
        self.trained, self.state = self.update(self.trained, self.state, [g for g, _ in results],
                                               rates, jnp.int32(self.number))
        if self.number % 25 == 0:
            print(f"train: step {self.number} progress {progress:.3f}", show(results[0][1]), flush=True)

    def make_batch(self, examples, item, rng):
        """The arrays of one batch, with the sentence vectors to keep and the case noise."""
        length, rows, members = item
        batch = make_batch([examples[i] for i in members], length, rows)
        batch["lower"] = self.lower.of(members, batch)
        batch["pooled"] = np.zeros((rows, self.pooled.shape[1]), np.float32)
        batch["pooled"][:len(members)] = self.pooled[members]
        for row, i in enumerate(members):
            if examples[i].origin not in self.settings["attribution_from"]:
                for key in (*KINDS, "link"):
                    batch[key][row] = -1
        add_case_noise(batch, self.settings["case_noise"], rng)
        return batch

    def evaluate(self):
        """Prints scores of the dev sets: to be watched; nothing is chosen by them."""
        scores, _ = score_all({**self.frozen, **self.trained}, *self.dev)
        print(f"train: step {self.number} dev", json.dumps(scores), flush=True)

    def save(self, started, done=False):
        """Saves all that is needed to go on; returns the time up to which self.seconds counts."""
        now = time.time()
        self.seconds += now - started
        save_checkpoint(self.last, {**self.frozen, **self.trained}, self.state,
                        {"done": done, "seconds": self.seconds, "step": self.number})
        return now


def train(config, data_folder, base_folder, work, heads_only=False):
    """Runs the phases that are not done yet: work/heads.npz, then work/<phase>.npz for each."""
    work = Path(work)
    examples, labels = load_prepared(work)
    examples = [e for e in examples if len(e.pieces) <= config["train"]["lengths"][-1]]
    heads = work / "heads.npz"
    if not heads.exists():
        base = read_safetensors(Path(base_folder) / "model.safetensors")
        weights = model.init_weights(base, labels, config["model"], config["train"]["seed"])
        save_checkpoint(heads, train_heads(config, weights, examples), None, {"step": 0})
    if heads_only:
        return
    pieces = WordPieces(Path(base_folder) / "vocab.txt")
    dev = dev_sets(config, data_folder, work).every(config["train"]["dev_every"])
    if not (work / "pooled.npy").exists():
        np.save(work / "pooled.npy", pooled_targets(config, Path(base_folder), examples))
    weights = load_checkpoint(heads)[0]
    for phase in config["phase"]:
        run = FineTuning(config, phase, work, dev, pieces, labels, np.load(work / "pooled.npy"))
        weights = run.run(weights, examples)
