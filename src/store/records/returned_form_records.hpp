// SPDX-License-Identifier: Apache-2.0
// app::ReturnedForms on a connection.
#pragma once

#include "app/installation/returned_forms.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class ReturnedFormRecords final : public app::ReturnedForms {
 public:
  explicit ReturnedFormRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<app::ReturnedForm> by_id(const app::ReturnedFormId& id) override;
  std::vector<app::ReturnedForm> of(const app::SheetKey& sheet) override;
  void keep(const app::ReturnedForm& form) override;
  void remove(const app::ReturnedFormId& id) override;
  void sweep(base::Instant before) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
