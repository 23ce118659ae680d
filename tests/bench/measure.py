"""Running programs against each other: wall time, CPU time and peak memory of each run, interleaved."""
import dataclasses
import os
import shutil
import signal
import statistics
import time


@dataclasses.dataclass
class Run:
    wall: float     # seconds
    cpu: float      # seconds, user and system
    memory: float   # MiB, peak resident set
    status: int     # exit status; minus the signal; -9 after a timeout


SPAWN = None  # the path of galpi_bench_spawn; without it peak memory below that of Python is not seen


def run(command, cpus=None, timeout=600.0):
    """One run with stdin, stdout and stderr closed off, bound to the first `cpus` processors if given."""
    if cpus and shutil.which("taskset"):
        command = ["taskset", "-c", ",".join(map(str, sorted(os.sched_getaffinity(0))[:cpus])), *command]
    if SPAWN:
        command = [SPAWN, *command]
    null, (reading, writing) = os.open(os.devnull, os.O_RDWR), os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, null, n) for n in (0, 1, 2)] + [(os.POSIX_SPAWN_DUP2, writing, 3)]
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], [str(part) for part in command], os.environ, file_actions=actions)
    os.close(null)
    os.close(writing)
    previous = signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, timeout)
    try:
        _, status, usage = os.wait4(child, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    wall = time.perf_counter() - start
    with open(reading, encoding="ascii") as pipe:
        words = pipe.read().split() if SPAWN else []
    if len(words) == 4:
        return Run(float(words[0]), float(words[1]), int(words[2]) / 1024, int(words[3]))
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def interleaved(candidates, rounds):
    """{name: [Run]} of A B A B …: what the machine does meanwhile hits all alike. One unrecorded round first."""
    results = {name: [] for name in candidates}
    for number in range(rounds + 1):
        for name, (command, cpus) in candidates.items():
            measured = run(command, cpus)
            if number:
                results[name].append(measured)
    return results


def median(runs, what="wall"):
    return statistics.median(getattr(one, what) for one in runs)


def raw(runs):
    """All samples, so that a reader can judge the noise."""
    walls = " ".join(f"{one.wall * 1000:.1f}" for one in runs)
    return f"{walls} ms (CPU {median(runs, 'cpu') * 1000:.0f} ms, {max(one.memory for one in runs):.1f} MiB)"
