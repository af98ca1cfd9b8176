// SPDX-License-Identifier: Apache-2.0
// All repositories on one connection, for one work in one transaction.
#pragma once

#include "app/installation/database.hpp"
#include "store/records/agreement_records.hpp"
#include "store/records/audit_records.hpp"
#include "store/records/badge_records.hpp"
#include "store/records/campaign_records.hpp"
#include "store/records/cohort_records.hpp"
#include "store/records/goal_records.hpp"
#include "store/records/graduate_records.hpp"
#include "store/records/outbox_records.hpp"
#include "store/records/people_records.hpp"
#include "store/records/progress_records.hpp"
#include "store/records/release_records.hpp"
#include "store/records/returned_form_records.hpp"
#include "store/records/round_records.hpp"
#include "store/records/school_records.hpp"
#include "store/records/session_records.hpp"
#include "store/records/setting_records.hpp"
#include "store/records/sheet_records.hpp"
#include "store/records/story_records.hpp"

namespace smm::store::records {

class RecordsOn {
 public:
  // In a transaction that only reads, a query may bring along what is asked next.
  explicit RecordsOn(Connection& connection, Access access = Access::write)
      : foreseen_(access == Access::read ? std::optional(Foreseen()) : std::nullopt), queries_(connection) {}
  // For one of several saves that share a transaction.
  RecordsOn(Connection& connection, GroupedQueries& group) : queries_(connection, &group) {}
  RecordsOn(const RecordsOn&) = delete;
  RecordsOn& operator=(const RecordsOn&) = delete;

  app::Records& ports() { return ports_; }

  // After a work that writes, before its commit.
  void finish() { audit_.write(); }

 private:
  Foreseen* foreseen() { return foreseen_ ? &*foreseen_ : nullptr; }

  std::optional<Foreseen> foreseen_;
  NamedQueries queries_;
  PeopleRecords people_{queries_};
  SessionRecords sessions_{queries_, foreseen()};
  SchoolRecords schools_{queries_};
  RoundRecords rounds_{queries_, foreseen()};
  SheetRecords sheets_{queries_};
  AuditRecords audit_{queries_};
  OutboxRecords outbox_{queries_};
  SettingRecords settings_{queries_};
  ReleaseRecords releases_{queries_};
  GraduateRecords graduates_{queries_};
  JobRecords jobs_{queries_};
  BadgeRecords badges_{queries_};
  ProgressRecords progress_{queries_};
  GoalRecords goals_{queries_};
  AgreementRecords agreements_{queries_};
  StoryRecords stories_{queries_};
  CampaignRecords campaign_{queries_, foreseen()};
  CohortRecords cohorts_{queries_};
  ReturnedFormRecords returned_forms_{queries_};
  app::Records ports_{people_,     sessions_, schools_,   rounds_,  sheets_,        audit_,    outbox_,
                      settings_,   releases_, graduates_, jobs_,    badges_,        progress_, goals_,
                      agreements_, stories_,  campaign_,  cohorts_, returned_forms_};
};

}  // namespace smm::store::records
