// SPDX-License-Identifier: Apache-2.0
#include "store/records/agreement_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::KeptAgreement agreement_of(const Row& row) {
  RowReader read(row);
  return {.sheet = {.round = read.id<assessment::RoundId>(), .school = read.id<assessment::SchoolId>()},
          .number = read.integer(),
          .agreement = {.version = read.text(),
                        .sha256 = read.text(),
                        .consents = {.research = read.truth(),
                                     .listing = read.truth(),
                                     .story = read.truth(),
                                     .partners = read.truth()},
                        .irb = read.text()},
          .by = read.id<assessment::PersonId>(),
          .at = read.time()};
}

}  // namespace

std::vector<app::KeptAgreement> AgreementRecords::of(const app::SheetKey& sheet) {
  return each(queries_.rows("agreements_of_part", columns(sheet.round, sheet.school)), agreement_of);
}

std::optional<app::KeptAgreement> AgreementRecords::last(const app::SheetKey& sheet) {
  return one(queries_.row("last_agreement_of_part", columns(sheet.round, sheet.school)), agreement_of);
}

std::vector<app::KeptAgreement> AgreementRecords::last_of_each(const assessment::RoundId& round) {
  return each(queries_.rows("last_agreements_of_round", columns(round)), agreement_of);
}

void AgreementRecords::add(const app::KeptAgreement& kept) {
  const auto& [version, sha256, consents, irb] = kept.agreement;
  queries_.run("add_agreement",
               columns(kept.sheet.round, kept.sheet.school, kept.number, version, sha256, consents.research,
                       consents.listing, consents.story, consents.partners, irb, kept.by, kept.at));
}

}  // namespace smm::store::records
