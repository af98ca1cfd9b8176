// SPDX-License-Identifier: Apache-2.0
#include "app/keeping/legal_hold.hpp"

#include "app/installation/change.hpp"
#include "app/installation/retention_settings.hpp"
#include "app/keeping/problems.hpp"
#include "app/rounds/problems.hpp"
#include "badge/utc_text.hpp"

namespace smm::app {
namespace {

std::string kept_text(const LegalHold& hold) {
  return badge::utc_text(hold.since) + "\n" + hold.by + "\n" + hold.reason;
}

AuditEntry told(const std::string& by, const std::string& action, const std::string& reason) {
  return {std::string(office_owner), by, action, "legal hold", reason};
}

}  // namespace

std::optional<LegalHold> legal_hold(Records& records) {
  const std::string text = records.settings.value(legal_hold_setting).value_or("");
  const std::size_t first = text.find('\n');
  const std::size_t second = text.find('\n', first + 1);
  if (first == std::string::npos || second == std::string::npos) return std::nullopt;
  return LegalHold{text.substr(second + 1), text.substr(first + 1, second - first - 1),
                   badge::from_utc_text(text.substr(0, first)).value_or(base::Instant())};
}

base::Result<LegalHold> begin_legal_hold(const Installation& installation, const std::string& reason,
                                         const std::string& by) {
  if (reason.find_first_not_of(" \t\n") == std::string::npos)
    return base::Problem(rounds_problem::reason_needed,
                         "Say why nothing may be deleted: the case, and who asked");
  return change<LegalHold>(installation.database, installation.clock,
                           [&](Records& records, base::Instant now) -> base::Result<Change<LegalHold>> {
                             const LegalHold hold{reason, by, {now.seconds() * base::one_second}};
                             records.settings.set(legal_hold_setting, kept_text(hold));
                             return Change<LegalHold>(hold, told(by, "hold.begin", reason));
                           });
}

base::Result<LegalHold> lift_legal_hold(const Installation& installation, const std::string& by) {
  return change<LegalHold>(installation.database, installation.clock,
                           [&](Records& records, base::Instant) -> base::Result<Change<LegalHold>> {
                             const auto hold = legal_hold(records);
                             if (!hold)
                               return base::Problem(keeping_problem::no_legal_hold,
                                                    "There is no legal hold to lift");
                             records.settings.set(legal_hold_setting, "");
                             return Change<LegalHold>(*hold, told(by, "hold.lift", hold->reason));
                           });
}

base::Problems refusal_to_delete(Database& database) {
  std::optional<LegalHold> hold;
  database.read([&](Records& records) { hold = legal_hold(records); });
  if (!hold) return {};
  return {base::Problem(keeping_problem::legal_hold_stands,
                        "A legal hold stands since " + badge::utc_text(hold->since) + " (" + hold->reason +
                            "); smm office hold --lift lifts it")};
}

}  // namespace smm::app
