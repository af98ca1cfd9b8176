// SPDX-License-Identifier: Apache-2.0
// app::Agreements on a connection.
#pragma once

#include "app/installation/agreements.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class AgreementRecords final : public app::Agreements {
 public:
  explicit AgreementRecords(const NamedQueries& queries) : queries_(queries) {}

  std::vector<app::KeptAgreement> of(const app::SheetKey& sheet) override;
  std::optional<app::KeptAgreement> last(const app::SheetKey& sheet) override;
  std::vector<app::KeptAgreement> last_of_each(const assessment::RoundId& round) override;
  void add(const app::KeptAgreement& agreement) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
