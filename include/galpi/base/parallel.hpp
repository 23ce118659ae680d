// Work in parallel, results in order: the output is the same whatever the number of threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace galpi {

/// Calls `produce(i)` for i in [0, count) on `jobs` threads, of which the calling one is one, and
/// `consume(i, value)` on the calling thread in order of i. At most `2 * jobs` results wait at a
/// time, so memory does not grow with `count`. `consume` returns false to stop early. Neither
/// function may throw.
template <class Produce, class Consume>
void parallel_ordered(std::size_t count, unsigned jobs, Produce produce, Consume consume) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!consume(i, produce(i))) return;
    }
    return;
  }
  using Value = decltype(produce(std::size_t{0}));
  const std::size_t window = 2 * static_cast<std::size_t>(jobs);
  std::vector<std::optional<Value>> slots(window);
  std::mutex mutex;
  std::condition_variable room;   // for helpers: there may be a slot again
  std::condition_variable ready;  // for the caller: the next value may be there
  std::size_t next_to_produce = 0;
  std::size_t next_to_consume = 0;
  bool stopped = false;

  const auto is_done = [&] { return stopped || next_to_produce >= count; };
  const auto has_room = [&] { return next_to_produce < next_to_consume + window; };
  const auto produce_next = [&](std::unique_lock<std::mutex>& lock) {
    const std::size_t i = next_to_produce++;
    lock.unlock();
    Value value = produce(i);
    lock.lock();
    slots[i % window].emplace(std::move(value));
    if (i == next_to_consume) ready.notify_one();
  };
  const auto help = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      room.wait(lock, [&] { return is_done() || has_room(); });
      if (is_done()) return;
      produce_next(lock);
    }
  };

  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < jobs && i < count; ++i) helpers.emplace_back(help);
  std::unique_lock lock(mutex);
  while (!stopped && next_to_consume < count) {
    std::optional<Value>& slot = slots[next_to_consume % window];
    if (std::optional<Value> value = std::exchange(slot, std::nullopt)) {
      const std::size_t i = next_to_consume++;
      room.notify_one();
      lock.unlock();
      const bool goes_on = consume(i, *std::move(value));
      lock.lock();
      stopped = !goes_on;
    } else if (!is_done() && has_room()) {
      produce_next(lock);  // rather than wait for the others
    } else {
      ready.wait(lock, [&] { return slot.has_value(); });
    }
  }
  stopped = true;
  lock.unlock();
  room.notify_all();
}

}  // namespace galpi
