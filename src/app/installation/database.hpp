// SPDX-License-Identifier: Apache-2.0
// Port: the installation's database, as repositories within a transaction.
#pragma once

#include <exception>
#include <functional>

#include "app/installation/agreements.hpp"
#include "app/installation/audit_log.hpp"
#include "app/installation/badges.hpp"
#include "app/installation/campaign.hpp"
#include "app/installation/cohorts.hpp"
#include "app/installation/database_refusal.hpp"
#include "app/installation/goals.hpp"
#include "app/installation/graduates.hpp"
#include "app/installation/jobs.hpp"
#include "app/installation/outbox.hpp"
#include "app/installation/people.hpp"
#include "app/installation/progress.hpp"
#include "app/installation/releases.hpp"
#include "app/installation/returned_forms.hpp"
#include "app/installation/rounds.hpp"
#include "app/installation/schools.hpp"
#include "app/installation/sessions.hpp"
#include "app/installation/settings.hpp"
#include "app/installation/sheets.hpp"
#include "app/installation/stories.hpp"

namespace smm::app {

// Valid during the call that hands them out.
struct Records {
  People& people;
  Sessions& sessions;
  Schools& schools;
  Rounds& rounds;
  Sheets& sheets;
  AuditLog& audit;
  Outbox& outbox;
  Settings& settings;
  Releases& releases;
  Graduates& graduates;
  Jobs& jobs;
  Badges& badges;
  Progress& progress;
  Goals& goals;
  Agreements& agreements;
  Stories& stories;
  Campaign& campaign;
  Cohorts& cohorts;
  ReturnedForms& returned_forms;
};

class Database {
 public:
  using Work = std::function<void(Records&)>;
  // Told once: nothing when the work is on disk, otherwise why none of it is (a DatabaseRefusal, or what the
  // work threw). Must not throw, nor wait.
  using Done = std::function<void(std::exception_ptr)>;

  virtual ~Database() = default;

  // One state of the database from beginning to end. Any number of threads at once. Throws DatabaseRefusal,
  // and what the work throws.
  virtual void read(const Work& work) = 0;

  // `work` may run more than once and does nothing slow; what it throws takes its writes back.
  virtual void write(Work work, Done done) = 0;

  // The same for a work that keeps one answer of one school, and says so before: it may share its questions,
  // its writes and its commit with saves of other schools. It writes by Sheets::keep and AuditLog::append.
  virtual void save(const ExpectedSave& expected, Work work, Done done) = 0;
};

}  // namespace smm::app
