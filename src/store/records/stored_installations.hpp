// SPDX-License-Identifier: Apache-2.0
// app::Maintenance over SQLite in a folder and PostgreSQL behind a URL.
#pragma once

#include "app/installation/maintenance.hpp"
#include "store/records/database.hpp"

namespace smm::store::records {

class StoredInstallations final : public app::Maintenance {
 public:
  explicit StoredInstallations(DatabaseLimits limits = {}) : limits_(limits) {}

  base::Result<std::unique_ptr<app::Database>> open(const app::DatabaseSettings& where,
                                                    app::Hold hold) override;
  base::Result<std::unique_ptr<app::Database>> open_or_make(const app::DatabaseSettings& where,
                                                            app::Hold hold, base::Instant now) override;
  base::Result<app::MigrationSteps> migrate(const app::DatabaseSettings& where, base::Instant now) override;
  base::Result<app::BackupSummary> backup(const app::DatabaseSettings& where, const std::string& file,
                                          const crypto::InstallationKey& key) override;
  base::Result<app::BackupSummary> restore(const std::string& file, const app::DatabaseSettings& where,
                                           const crypto::InstallationKey& key, base::Instant now) override;
  base::Result<std::vector<app::TableRows>> erase(const app::DatabaseSettings& where,
                                                  const app::Erasure& how) override;

 private:
  DatabaseLimits limits_;
};

}  // namespace smm::store::records
