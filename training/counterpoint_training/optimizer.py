"""AdamW with a learning rate per group of weights, and the schedule."""
import jax.numpy as jnp

BETA1, BETA2, EPSILON = 0.9, 0.98, 1e-8


def is_encoder(name):
    """Does this weight belong to the pretrained encoder?"""
    return name.startswith(("embeddings.", "layer."))


def decays(name):
    """Matrices decay, biases and norms do not."""
    return name.endswith(".weight") and ".norm." not in name


def init_state(weights):
    """First and second moments, all zero."""
    return {"m": {n: jnp.zeros_like(v) for n, v in weights.items()},
            "v": {n: jnp.zeros_like(v) for n, v in weights.items()}}


def schedule(progress, step, warmup_steps):
    """Factor on the learning rate: rises over the first steps, then falls to 0 at progress 1."""
    return min(1.0, step / warmup_steps) * max(0.0, 1 - progress)


def update(weights, gradients, state, step, rates, weight_decay, clip_norm):
    """One AdamW step; rates = (encoder rate, head rate); step counts from 1."""
    norm = jnp.sqrt(sum((g ** 2).sum() for g in gradients.values()))
    scale = jnp.minimum(1.0, clip_norm / (norm + 1e-6))
    new_w, new_m, new_v = {}, {}, {}
    for name, value in weights.items():
        g = gradients[name] * scale
        m = BETA1 * state["m"][name] + (1 - BETA1) * g
        v = BETA2 * state["v"][name] + (1 - BETA2) * g * g
        rate = rates[0] if is_encoder(name) else rates[1]
        change = (m / (1 - BETA1 ** step)) / (jnp.sqrt(v / (1 - BETA2 ** step)) + EPSILON)
        if decays(name):
            change = change + weight_decay * value
        new_w[name], new_m[name], new_v[name] = value - rate * change, m, v
    return new_w, {"m": new_m, "v": new_v}


def split_frozen(weights, frozen_layers):
    """(trained weights, frozen weights): embeddings and the lowest layers stay as they are."""
    frozen = {n for n in weights if n.startswith("embeddings.")
              or any(n.startswith(f"layer.{i}.") for i in range(frozen_layers))}
    return ({n: v for n, v in weights.items() if n not in frozen},
            {n: v for n, v in weights.items() if n in frozen})
