// SPDX-License-Identifier: Apache-2.0
#include "store/records/columns.hpp"
#include "store/records/sheet_records.hpp"

namespace smm::store::records {
namespace {

app::SealedEvidence evidence_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::EvidenceId>(),
          .place = {.programme = read.text(), .item = read.text()},
          .file = read.truth(),
          .sealed = read.blob(),
          .bytes = read.integer(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .removed = read.time_or_null()};
}

app::Signature signature_of(const Row& row) {
  RowReader read(row);
  return {.office = read.text(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .statement = read.text(),
          .digest = read.text(),
          .sealed = read.blob()};
}

}  // namespace

std::vector<app::SealedEvidence> SheetRecords::evidence(const app::SheetKey& sheet) {
  return each(queries_.rows("evidence", columns(sheet.round, sheet.school)), evidence_of);
}

void SheetRecords::add(const app::SheetKey& sheet, const app::SealedEvidence& evidence) {
  queries_.run("add_evidence", columns(evidence.id, sheet.round, sheet.school, evidence.place.programme,
                                       evidence.place.item, evidence.file, Blob{evidence.sealed},
                                       evidence.bytes, evidence.by, evidence.at, evidence.removed));
}

void SheetRecords::add_chunk(const assessment::EvidenceId& evidence, std::int64_t number,
                             std::string_view sealed) {
  queries_.run("add_evidence_chunk", columns(evidence, number, Blob{std::string(sealed)}));
}

std::optional<std::string> SheetRecords::chunk(const assessment::EvidenceId& evidence, std::int64_t number) {
  return one(queries_.row("evidence_chunk", columns(evidence, number)),
             [](const Row& row) { return row.blob(0); });
}

void SheetRecords::remove(const assessment::EvidenceId& evidence, base::Instant now) {
  queries_.run("remove_evidence", columns(now, evidence));
  queries_.run("remove_evidence_chunks", columns(evidence));
}

void SheetRecords::add(const app::SheetKey& sheet, const app::Signature& signature) {
  queries_.run("add_signature",
               columns(sheet.round, sheet.school, signature.office, signature.by, signature.at,
                       signature.statement, signature.digest, Blob{signature.sealed}));
}

std::vector<app::Signature> SheetRecords::signatures(const app::SheetKey& sheet) {
  return each(queries_.rows("signatures", columns(sheet.round, sheet.school)), signature_of);
}

}  // namespace smm::store::records
