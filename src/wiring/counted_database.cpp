// SPDX-License-Identifier: Apache-2.0
#include "wiring/counted_database.hpp"

#include <fmt/format.h>

namespace smm::wiring {
namespace {

constexpr std::string_view went_well = "done";
constexpr std::string_view taken_back = "taken_back";  // by the work itself: a rule said no

std::string_view end_of(app::Refusal refusal) {
  switch (refusal) {
    case app::Refusal::taken:
    case app::Refusal::missing:
      return "conflict";
    case app::Refusal::busy:
      return "busy";
    case app::Refusal::full:
      return "full";
    case app::Refusal::unknown:
      return "unknown";
    case app::Refusal::mistake:
      break;
  }
  return "mistake";
}

std::string_view end_of(const std::exception_ptr& failure) {
  if (!failure) return went_well;
  try {
    std::rethrow_exception(failure);
  } catch (const app::DatabaseRefusal& refused) {
    return end_of(refused.refusal);
  } catch (...) {
    return taken_back;
  }
}

std::chrono::microseconds since(DatabaseCounts::Clock::time_point begun) {
  return std::chrono::duration_cast<std::chrono::microseconds>(DatabaseCounts::Clock::now() - begun);
}

void write_ends(std::string& text, std::string_view name, std::string_view about,
                const std::map<std::string_view, std::uint64_t>& ends) {
  begin_family(text, name, "counter", about);
  for (const auto& [end, count] : ends) text += fmt::format("{}{{end=\"{}\"}} {}\n", name, end, count);
}

class CountedDatabase final : public app::Database {
 public:
  CountedDatabase(std::unique_ptr<app::Database> database, DatabaseCounts& counts)
      : counts_(counts), database_(std::move(database)) {}

  void read(const Work& work) override {
    const auto begun = DatabaseCounts::Clock::now();
    try {
      database_->read(work);
    } catch (...) {
      counts_.read_ended(begun, std::current_exception());
      throw;
    }
    counts_.read_ended(begun, nullptr);
  }

  void write(Work work, Done done) override { database_->write(std::move(work), timed(std::move(done))); }

  void save(const app::ExpectedSave& expected, Work work, Done done) override {
    database_->save(expected, std::move(work), timed(std::move(done)));
  }

 private:
  Done timed(Done done) {
    counts_.save_begun();
    const auto begun = DatabaseCounts::Clock::now();
    return [this, begun, done = std::move(done)](std::exception_ptr failure) {
      counts_.save_ended(begun, failure);
      done(std::move(failure));
    };
  }

  DatabaseCounts& counts_;
  std::unique_ptr<app::Database> database_;
};

}  // namespace

std::map<std::string_view, std::uint64_t> DatabaseCounts::all_ends() {
  std::map<std::string_view, std::uint64_t> ends = {{went_well, 0}, {taken_back, 0}};
  for (const auto refusal : {app::Refusal::taken, app::Refusal::busy, app::Refusal::full,
                             app::Refusal::unknown, app::Refusal::mistake})
    ends[end_of(refusal)] = 0;
  return ends;
}

void DatabaseCounts::save_begun() {
  const std::lock_guard lock(mutex_);
  ++waiting_;
}

void DatabaseCounts::save_ended(Clock::time_point begun, const std::exception_ptr& failure) {
  const std::string_view end = end_of(failure);
  const std::lock_guard lock(mutex_);
  --waiting_;
  ++saves_[end];
  save_times_.add(since(begun));
}

void DatabaseCounts::read_ended(Clock::time_point begun, const std::exception_ptr& failure) {
  const std::string_view end = end_of(failure);
  const std::lock_guard lock(mutex_);
  ++reads_[end];
  read_times_.add(since(begun));
}

void DatabaseCounts::write(std::string& text) const {
  const std::lock_guard lock(mutex_);
  write_ends(text, "smm_saves_total", "Transactions that write, by how they ended.", saves_);
  write_one(text, "smm_saves_waiting", "gauge", "Saves that are not on disk yet.", waiting_);
  save_times_.write_histogram(text, "smm_save_seconds", "Time until a save was on disk, waiting included.");
  write_ends(text, "smm_reads_total", "Transactions that read, by how they ended.", reads_);
  read_times_.write_summary(text, "smm_read_seconds", "Time of reads, waiting for a connection included.");
}

std::unique_ptr<app::Database> counted(std::unique_ptr<app::Database> database, DatabaseCounts& counts) {
  return std::make_unique<CountedDatabase>(std::move(database), counts);
}

}  // namespace smm::wiring
