// SPDX-License-Identifier: Apache-2.0
// The one way to write: a change and the entries in the audit log that tell of it are one transaction. A use
// case cannot forget them, since Change<T> cannot be made without saying what is to be told.
//
//   return change<Round>(database, clock, [&](Records& records, base::Instant now) ->
//   base::Result<Change<Round>> {
//     …load, decide, save…
//     return Change<Round>(round, {.chain = "office", .actor = …, .action = "round.open", …});
//   });
//
// A Result without a value takes everything back. The function may run more than once.
#pragma once

#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/clock.hpp"
#include "app/installation/database.hpp"
#include "base/result.hpp"

namespace smm::app {

template <class T>
struct Change {
  T value;
  std::vector<AuditEntry> entries;

  Change(T made, AuditEntry entry) : value(std::move(made)), entries{std::move(entry)} {}
  Change(T made, std::vector<AuditEntry> told) : value(std::move(made)), entries(std::move(told)) {
    SMM_ASSERT(!entries.empty());
  }

  // Nothing was written after all: the same answer again, a conflict.
  static Change nothing(T made) { return Change(std::move(made)); }
  // Counters and times that tell nothing of anybody's acts: throttling, when a session was seen last.
  static Change bookkeeping(T made) { return Change(std::move(made)); }

 private:
  explicit Change(T made) : value(std::move(made)) {}
};

template <class T>
using ChangeWork = std::function<base::Result<Change<T>>(Records&, base::Instant now)>;

// How a change ended: with its result, or with the exception of a broken environment.
template <class T>
struct ChangeEnd {
  std::optional<base::Result<T>> result;
  std::exception_ptr error;

  base::Result<T> take() && {
    if (error) std::rethrow_exception(error);
    return std::move(*result);
  }
};

// A result without a value, on its way out of a transaction.
struct TakenBack {};

// A change as the database takes it.
struct Transacted {
  Database::Work work;
  Database::Done done;
};

template <class T>
Transacted transacted(const Clock& clock, ChangeWork<T> work, std::function<void(ChangeEnd<T>)> end) {
  auto result = std::make_shared<std::optional<base::Result<T>>>();
  return {[&clock, work = std::move(work), result](Records& records) {
            result->reset();
            const base::Instant now = clock.now();
            auto made = work(records, now);
            if (!made) {
              result->emplace(std::move(made).problems());
              throw TakenBack();
            }
            for (const AuditEntry& entry : made->entries) records.audit.append(entry, now);
            result->emplace(std::move(made->value));
          },
          [end = std::move(end), result](std::exception_ptr error) {
            const bool refused = result->has_value() && !(*result)->ok();
            if (error && !refused) return end({std::nullopt, error});
            end({std::move(*result), nullptr});
          }};
}

// `end` is called once, on a thread of the database, when the change is on disk or is not; it must not wait.
template <class T>
void change_later(Database& database, const Clock& clock, ChangeWork<T> work,
                  std::function<void(ChangeEnd<T>)> end) {
  Transacted made = transacted<T>(clock, std::move(work), std::move(end));
  database.write(std::move(made.work), std::move(made.done));
}

// The same for a change that keeps one answer (Database::save).
template <class T>
void save_later(Database& database, const Clock& clock, const ExpectedSave& expected, ChangeWork<T> work,
                std::function<void(ChangeEnd<T>)> end) {
  Transacted made = transacted<T>(clock, std::move(work), std::move(end));
  database.save(expected, std::move(made.work), std::move(made.done));
}

// Waits until it is on disk. Throws when the environment is broken.
template <class T>
base::Result<T> change(Database& database, const Clock& clock, ChangeWork<T> work) {
  std::promise<ChangeEnd<T>> promise;
  auto future = promise.get_future();
  change_later<T>(database, clock, std::move(work),
                  [&promise](ChangeEnd<T> ended) { promise.set_value(std::move(ended)); });
  return future.get().take();
}

// Reads in one state of the database.
template <class T>
base::Result<T> look(Database& database, const std::function<base::Result<T>(Records&)>& work) {
  std::optional<base::Result<T>> result;
  database.read([&](Records& records) { result.emplace(work(records)); });
  return std::move(*result);
}

}  // namespace smm::app
