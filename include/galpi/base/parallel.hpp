// Work in parallel, results in order: the output is the same whatever the number of threads.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace galpi {

/// Calls `produce(i)` for i in [0, count) on up to `jobs` threads and `consume(i, value)` on the
/// calling thread in order of i. At most `2 * jobs` results wait at a time, so memory does not grow
/// with `count`. `consume` returns false to stop early. Neither function may throw.
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
  std::condition_variable room;   // for producers: there may be a slot again
  std::condition_variable ready;  // for the consumer: the next value may be there
  std::size_t next_to_produce = 0;
  std::size_t next_to_consume = 0;
  bool stopped = false;

  auto work = [&] {
    for (;;) {
      std::size_t i = 0;
      {
        std::unique_lock lock(mutex);
        room.wait(lock, [&] {
          return stopped || next_to_produce >= count || next_to_produce < next_to_consume + window;
        });
        if (stopped || next_to_produce >= count) return;
        i = next_to_produce++;
      }
      Value value = produce(i);
      bool is_next = false;
      {
        std::lock_guard lock(mutex);
        slots[i % window].emplace(std::move(value));
        is_next = i == next_to_consume;
      }
      if (is_next) ready.notify_one();
    }
  };

  std::vector<std::jthread> threads;
  for (unsigned j = 0; j < jobs; ++j) threads.emplace_back(work);
  for (std::size_t i = 0; i < count; ++i) {
    std::optional<Value> value;
    {
      std::unique_lock lock(mutex);
      ready.wait(lock, [&] { return slots[i % window].has_value(); });
      value.swap(slots[i % window]);
      next_to_consume = i + 1;
    }
    room.notify_one();
    if (!consume(i, std::move(*value))) break;
  }
  {
    std::lock_guard lock(mutex);
    stopped = true;
  }
  room.notify_all();
}

}  // namespace galpi
