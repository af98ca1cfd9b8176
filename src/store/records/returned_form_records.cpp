// SPDX-License-Identifier: Apache-2.0
#include "store/records/returned_form_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::ReturnedForm returned_form_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::ReturnedFormId>(),
          .sheet = {.round = read.id<assessment::RoundId>(), .school = read.id<assessment::SchoolId>()},
          .kind = read.text(),
          .pass = read.integer(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .sealed = read.blob()};
}

}  // namespace

std::optional<app::ReturnedForm> ReturnedFormRecords::by_id(const app::ReturnedFormId& id) {
  return one(queries_.row("returned_form", columns(id)), returned_form_of);
}

std::vector<app::ReturnedForm> ReturnedFormRecords::of(const app::SheetKey& sheet) {
  return each(queries_.rows("returned_forms_of_part", columns(sheet.round, sheet.school)), returned_form_of);
}

void ReturnedFormRecords::keep(const app::ReturnedForm& form) {
  queries_.run("keep_returned_form", columns(form.id, form.sheet.round, form.sheet.school, form.kind,
                                             form.pass, form.by, form.at, Blob{form.sealed}));
}

void ReturnedFormRecords::remove(const app::ReturnedFormId& id) {
  queries_.run("remove_returned_form", columns(id));
}

void ReturnedFormRecords::sweep(base::Instant before) {
  queries_.run("sweep_returned_forms", columns(before));
}

}  // namespace smm::store::records
