// SPDX-License-Identifier: Apache-2.0
#include "app/demo/hand_at_school.hpp"

#include <condition_variable>
#include <mutex>

#include "app/answering/attest_and_submit.hpp"
#include "app/answering/packet_acts.hpp"
#include "app/answering/read_sheet.hpp"
#include "app/answering/save_answer.hpp"
#include "app/installation/problems.hpp"

namespace smm::app {
namespace {

Session made_up_session(const Installation& installation, const Person& person) {
  const base::Instant now = installation.clock.now();
  return {.id = SessionId::make(installation.random),
          .token = "",
          .person = person.id,
          .created = now,
          .seen = now,
          .expires = now + base::one_day,
          .how = "demo",
          .confirmed = now,
          .address = "",
          .browser = "",
          .csrf = "",
          .ended = std::nullopt};
}

// Waits for saves that end on a thread of the database.
class SavesInFlight {
 public:
  explicit SavesInFlight(std::size_t count) : waiting_(count) {}

  void ended(ChangeEnd<SavedAnswer> how) {
    const std::lock_guard lock(mutex_);
    if (how.error && !error_) error_ = how.error;
    if (how.result && !how.result->ok() && problems_.empty()) problems_ = how.result->problems();
    // Told within the lock: whoever waits may be gone right after it.
    if (--waiting_ == 0) done_.notify_all();
  }

  base::Result<bool> wait() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return waiting_ == 0; });
    if (error_) std::rethrow_exception(error_);
    if (!problems_.empty()) return problems_;
    return true;
  }

 private:
  std::mutex mutex_;
  std::condition_variable done_;
  std::size_t waiting_;
  std::exception_ptr error_;
  base::Problems problems_;
};

base::Result<std::vector<assessment::SheetAnswer>> what_stands(Installation& installation,
                                                               const OpenSheet& sheet) {
  const auto seals = seals_of(installation, sheet.school.id.text());
  if (!seals) return seals.problems();
  using Answers = std::vector<assessment::SheetAnswer>;
  return look<Answers>(installation.database, [&](Records& records) {
    return base::Result<Answers>(opened_answers(records, *seals, sheet.key()));
  });
}

}  // namespace

base::Result<HandAtSchool> hand_at_school(Installation& installation, const std::string& round,
                                          const std::string& school, const std::string& email) {
  return look<HandAtSchool>(installation.database, [&](Records& records) -> base::Result<HandAtSchool> {
    auto sheet = open_sheet(records, installation.editions, round, school);
    if (!sheet) return std::move(sheet).problems();
    auto person = records.people.by_email(email);
    if (!person) return base::Problem(installation_problem::not_there, "There is nobody at " + email);
    const Session session = made_up_session(installation, *person);
    Actor actor{std::move(*person), session, {}};
    auto standing = standing_of(records, actor, sheet->participation, installation.clock.now());
    return HandAtSchool{std::move(actor), std::move(*sheet), std::move(standing)};
  });
}

base::Result<bool> give_answers(Installation& installation, const HandAtSchool& at,
                                std::span<const InventedAnswer> answers) {
  if (answers.empty()) return true;
  SavesInFlight saves(answers.size());
  for (const InventedAnswer& answer : answers)
    save_answer_later(installation, at.hand(),
                      {at.sheet.plan->answers[answer.place].place, answer.given, 0, "page"},
                      [&saves](ChangeEnd<SavedAnswer> how) { saves.ended(std::move(how)); });
  return saves.wait();
}

base::Result<bool> attest_what_stands(Installation& installation, const Pages& pages,
                                      const HandAtSchool& at) {
  const auto answers = what_stands(installation, at.sheet);
  if (!answers) return answers.problems();
  const Person& person = at.actor.person;
  const auto attested = attest_and_submit(installation, pages, at.hand(),
                                          {person.name, seen_sheet(*at.sheet.plan, *answers, person.id)});
  if (!attested) return attested.problems();
  return true;
}

base::Result<bool> affirm_what_stands(Installation& installation, const Pages& pages, const HandAtSchool& at,
                                      const std::string& office) {
  const auto answers = what_stands(installation, at.sheet);
  if (!answers) return answers.problems();
  const Person& person = at.actor.person;
  const std::string seen = seen_packet(*at.sheet.plan, *at.sheet.plan->packet(office), *answers, person.id);
  const auto affirmed = affirm_packet(installation, pages, at.hand(), office, {person.name, seen});
  if (!affirmed) return affirmed.problems();
  return true;
}

}  // namespace smm::app
