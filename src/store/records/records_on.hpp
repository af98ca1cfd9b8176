// SPDX-License-Identifier: Apache-2.0
// All repositories on one connection, for one work in one transaction.
#pragma once

#include "app/installation/database.hpp"
#include "store/records/audit_records.hpp"
#include "store/records/outbox_records.hpp"
#include "store/records/people_records.hpp"
#include "store/records/release_records.hpp"
#include "store/records/round_records.hpp"
#include "store/records/school_records.hpp"
#include "store/records/session_records.hpp"
#include "store/records/setting_records.hpp"
#include "store/records/sheet_records.hpp"

namespace smm::store::records {

class RecordsOn {
 public:
  explicit RecordsOn(Connection& connection) : queries_(connection) {}
  RecordsOn(const RecordsOn&) = delete;
  RecordsOn& operator=(const RecordsOn&) = delete;

  app::Records& ports() { return ports_; }

  // After a work that writes, before its commit.
  void finish() { audit_.write(); }

 private:
  NamedQueries queries_;
  PeopleRecords people_{queries_};
  SessionRecords sessions_{queries_};
  SchoolRecords schools_{queries_};
  RoundRecords rounds_{queries_};
  SheetRecords sheets_{queries_};
  AuditRecords audit_{queries_};
  OutboxRecords outbox_{queries_};
  SettingRecords settings_{queries_};
  ReleaseRecords releases_{queries_};
  app::Records ports_{people_, sessions_, schools_, rounds_, sheets_, audit_, outbox_, settings_, releases_};
};

}  // namespace smm::store::records
