// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/agreement.hpp"

#include <algorithm>

#include "app/rounds/problems.hpp"
#include "assessment/problems.hpp"
#include "crypto/hash.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Consents;

// "research, listing": for the log.
std::string words_of(const Consents& consents) {
  std::string words;
  for (const auto& kind : assessment::consent_kinds)
    if (consents.*kind.given) words += (words.empty() ? "" : ", ") + std::string(kind.name);
  return words.empty() ? "none" : words;
}

std::optional<base::Problem> refusal_of_irb(const std::string& irb) {
  const bool printable = std::ranges::none_of(irb, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (printable && irb.size() <= assessment::longest_irb) return std::nullopt;
  return base::Problem(why::bad_irb, "The number of the ethics board's review takes one line of at most " +
                                         std::to_string(assessment::longest_irb) + " bytes");
}

void keep_on_list(Records& records, const SheetKey& sheet, const assessment::PersonId& by, base::Instant now,
                  bool listed) {
  if (records.badges.listing(sheet).has_value() == listed) return;
  if (listed)
    records.badges.add(Listing{sheet, now, by});
  else
    records.badges.remove_listing(sheet);
}

}  // namespace

std::optional<AgreementText> agreement_text(const render::Texts& texts, const std::string& version) {
  const std::string key = "agreement.versions." + version + ".";
  if (version.empty() || !texts.has(key + "text")) return std::nullopt;
  AgreementText found{version, texts(key + "title"), texts(key + "text"), ""};
  found.sha256 = crypto::sha256_hex(found.title + "\n\n" + found.text);
  return found;
}

AgreementText current_agreement(const render::Texts& texts) {
  return agreement_text(texts, texts("agreement.current")).value();
}

base::Result<assessment::Agreement> read_agreement(const render::Texts& texts, const AgreedTo& given) {
  const AgreementText current = current_agreement(texts);
  if (given.version != current.version)
    return base::Problem(why::agreement_needed,
                         "Taking part needs the participation agreement, as the page shows it now");
  if (const auto refused = refusal_of_irb(given.irb)) return *refused;
  return assessment::Agreement{current.version, current.sha256, given.consents, given.irb};
}

void keep_agreement(Records& records, const SheetKey& sheet, const assessment::Agreement& agreement,
                    const assessment::PersonId& by, base::Instant now) {
  const auto last = records.agreements.last(sheet);
  records.agreements.add({sheet, last ? last->number + 1 : 1, agreement, by, now});
  keep_on_list(records, sheet, by, now, agreement.consents.listing);
}

base::Result<std::vector<KeptAgreement>> agreements_of(Installation& installation, const SheetKey& sheet) {
  using Kept = std::vector<KeptAgreement>;
  return look<Kept>(installation.database, [&](Records& records) -> base::Result<Kept> {
    Kept kept = records.agreements.of(sheet);
    if (!kept.empty()) kept.back().agreement.consents.listing = records.badges.listing(sheet).has_value();
    return kept;
  });
}

base::Result<KeptAgreement> change_consents(Installation& installation, const Actor& actor,
                                            const OpenSheet& sheet, const Consents& consents,
                                            const std::string& irb) {
  if (const auto refused = refusal_of_irb(irb)) return *refused;
  return change<KeptAgreement>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<KeptAgreement>> {
        const auto part = records.rounds.participation(sheet.key(), true);
        const auto last = records.agreements.last(sheet.key());
        if (!last || part->state == assessment::ParticipationState::withdrawn)
          return base::Problem(assessment::problem::not_accepted, "The school does not take part");
        assessment::Agreement next = last->agreement;
        next.consents = consents;
        next.irb = irb;
        keep_agreement(records, sheet.key(), next, actor.person.id, now);
        return Change<KeptAgreement>(*records.agreements.last(sheet.key()),
                                     AuditEntry{sheet.school.id.text(), actor.name_in_log(),
                                                "school.consents", sheet.round.code, words_of(consents)});
      });
}

}  // namespace smm::app
