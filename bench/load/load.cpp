// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <sys/epoll.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "load/person.hpp"

namespace smm::load {
namespace {

using Clock = Person::Clock;

double cpu_seconds_of_this_thread() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

class Generator {
 public:
  Generator(std::span<const std::uint16_t> ports, const Script& script, const Plan& plan)
      : script_(script), plan_(plan) {
    for (std::size_t number = 0; number < plan.persons; ++number) {
      people_.push_back(std::make_unique<Person>(ports[number % ports.size()], wakeups_, number));
      idle_.push_back(number);
    }
    report_.latencies.reserve(1 << 20);
  }

  Report run(bool open) {
    start_ = Clock::now();
    counted_from_ = start_ + plan_.warm_up;
    end_ = counted_from_ + plan_.time;
    if (open) interval_ = std::chrono::duration<double>(1 / plan_.rate);
    double cpu = cpu_seconds_of_this_thread();
    while (Clock::now() < end_) {
      if (open)
        begin_what_is_due();
      else
        begin_all();
      wait(std::min(end_, open ? due(begun_) : end_));
    }
    report_.generator_share = (cpu_seconds_of_this_thread() - cpu) / seconds(plan_.warm_up + plan_.time);
    finish();
    return std::move(report_);
  }

 private:
  static double seconds(Clock::duration time) { return std::chrono::duration<double>(time).count(); }

  Clock::time_point due(std::uint64_t number) const {
    const auto after = interval_ * static_cast<double>(number);
    return start_ + std::chrono::duration_cast<Clock::duration>(after);
  }

  // In a closed loop everybody who is idle asks.
  void begin_all() {
    for (; !idle_.empty(); idle_.pop_front()) begin(idle_.front(), std::nullopt);
  }

  // In an open loop whoever is idle takes the request that waits longest; more wait than there are people
  // when the server is too slow.
  void begin_what_is_due() {
    const auto now = Clock::now();
    for (; !idle_.empty() && due(begun_) <= now && due(begun_) < end_; ++begun_) {
      begin(idle_.front(), due(begun_));
      idle_.pop_front();
    }
    if (idle_.empty()) everybody_busy_ = true;
  }

  void begin(std::size_t number, std::optional<Clock::time_point> intended) {
    Person& person = *people_[number];
    script_.ask(number, person.request());
    person.send(intended.value_or(Clock::now()));
    ++outstanding_;
  }

  void wait(Clock::time_point until) {
    const auto left = std::max(until - Clock::now(), Clock::duration(0));
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(left).count();
    const timespec time{static_cast<time_t>(nanoseconds / 1'000'000'000), nanoseconds % 1'000'000'000};
    // When everybody is busy, what is due cannot begin: only an answer is waited for.
    const timespec* timeout = &time;
    constexpr timespec tick{0, 10'000'000};
    if (std::exchange(everybody_busy_, false)) timeout = &tick;
    const int count = epoll_pwait2(wakeups_.descriptor(), events_.data(), static_cast<int>(events_.size()),
                                   timeout, nullptr);
    for (int at = 0; at < count; ++at) {
      const epoll_event& event = events_[static_cast<std::size_t>(at)];
      if ((event.events & EPOLLOUT) != 0) people_[event.data.u64]->send_more();
      if ((event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) != 0) listen(event.data.u64);
    }
  }

  void listen(std::size_t number) {
    Person& person = *people_[number];
    if (!person.receive()) return hang_up(number);
    Answer answer;
    const std::size_t length = person.is_waiting() ? read_answer(person.received(), answer) : 0;
    if (length == 0) return;
    count(answer.status, person.begun(), Clock::now());
    if (script_.hear) script_.hear(number, answer);
    person.answered(length, answer.field("Connection") == "close");
    --outstanding_;
    idle_.push_back(number);
  }

  void hang_up(std::size_t number) {
    if (people_[number]->is_waiting()) {
      ++report_.broken;
      --outstanding_;
      idle_.push_back(number);
    }
    people_[number]->reconnect();
  }

  // An open loop counts what was to begin in time, a closed one what was answered in time.
  void count(int status, Clock::time_point begun, Clock::time_point now) {
    if (begun < counted_from_ || (interval_.count() == 0 && now >= end_)) return;
    ++report_.by_status[status];
    report_.latencies.push_back(std::chrono::duration_cast<microseconds>(now - begun));
  }

  // What is outstanding is waited for; an open loop also begins what was due and found nobody idle.
  void finish() {
    const auto patience_end = end_ + plan_.patience;
    const auto never_begun = [this] { return interval_.count() > 0 && due(begun_) < end_; };
    while (Clock::now() < patience_end && (outstanding_ > 0 || never_begun())) {
      if (interval_.count() > 0) begin_what_is_due();
      wait(patience_end);
    }
    for (; never_begun(); ++begun_) ++report_.unanswered;
    report_.unanswered += outstanding_;
    report_.seconds = seconds(plan_.time);
    std::ranges::sort(report_.latencies);
  }

  const Script& script_;
  const Plan& plan_;
  Wakeups wakeups_;
  std::vector<std::unique_ptr<Person>> people_;
  std::deque<std::size_t> idle_;
  std::array<epoll_event, 256> events_{};
  Clock::time_point start_, counted_from_, end_;
  std::chrono::duration<double> interval_{0};  // between two requests of an open loop; 0 in a closed one
  std::uint64_t begun_ = 0;                    // of an open loop
  bool everybody_busy_ = false;
  std::size_t outstanding_ = 0;
  Report report_;
};

}  // namespace

Report closed_loop(std::uint16_t port, const Script& script, const Plan& plan) {
  return closed_loop(std::span(&port, 1), script, plan);
}

Report open_loop(std::uint16_t port, const Script& script, const Plan& plan) {
  return open_loop(std::span(&port, 1), script, plan);
}

Report closed_loop(std::span<const std::uint16_t> ports, const Script& script, const Plan& plan) {
  return Generator(ports, script, plan).run(false);
}

Report open_loop(std::span<const std::uint16_t> ports, const Script& script, const Plan& plan) {
  return Generator(ports, script, plan).run(true);
}

}  // namespace smm::load
