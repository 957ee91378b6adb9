"""Work in a few threads, each computing alone.

XLA splits every product over all cores and waits for each of them; on a machine that is busy
otherwise that is slower than a core per batch. So its splitting is switched off, and batches run
side by side.
"""
import os
from concurrent.futures import ThreadPoolExecutor


def use_one_thread_per_computation():
    """To be called before jax is first imported."""
    os.environ.setdefault("JAX_PLATFORMS", "cpu")
    flags = os.environ.get("XLA_FLAGS", "")
    os.environ["XLA_FLAGS"] = (flags + " --xla_cpu_multi_thread_eigen=false").strip()


def in_threads(function, items, workers):
    """[function(item) ...] in the items' order, several at a time."""
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(function, items))
