// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/graduating.hpp"

#include <algorithm>
#include <map>

#include "app/graduates/graduate_files.hpp"
#include "app/graduates/own_word.hpp"
#include "app/graduates/problems.hpp"
#include "app/graduates/uploads.hpp"
#include "crypto/framing.hpp"
#include "crypto/token.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;

constexpr unsigned token_bits = 256;
constexpr std::size_t most_label_letters = 100;
constexpr std::array class_limits = {Limit{15 * base::one_minute, 300}, Limit{3 * base::one_hour, 1200}};

base::Problem over() {
  return {why::class_over, "This link has ended, or there is no such link; ask your school for another"};
}

Row class_row(const GraduatingClassId& id) {
  return {"graduating_class", id.text()};
}

struct ClassWords {
  std::string label;
  std::string token;
};

ClassWords opened_class(const Seals& seals, const GraduatingClass& graduating) {
  const auto fields = crypto::unframed(seals.open(class_row(graduating.id), graduating.sealed));
  SMM_ASSERT(fields && fields->size() == 2);
  return {(*fields)[0], (*fields)[1]};
}

// A class that still takes words, with its school's seals.
struct LiveClass {
  GraduatingClass graduating;
  assessment::School school;
  Seals seals;
};

base::Result<LiveClass> live_class(Installation& installation, Records& records, const std::string& token,
                                   base::Instant now) {
  const auto found = records.graduates.class_by_token(crypto::token_at_rest("graduation", token));
  if (!found || found->expires <= now) return over();
  const auto school = records.schools.by_id(found->school);
  if (!school) return over();
  auto seals = installation.keys.seals(records.schools, found->school.text());
  if (!seals) return seals.problems();
  return LiveClass{*found, *school, *std::move(seals)};
}

// Of this school, also after its end.
base::Result<GraduatingClass> own_class(Records& records, const Hand& hand, const GraduatingClassId& id) {
  auto found = records.graduates.class_by_id(id);
  if (!found || found->school != hand.sheet.school.id) return over();
  return *std::move(found);
}

std::string token_of_word(std::string_view secret) {
  return crypto::token_at_rest("graduation_word", secret);
}

AuditEntry told_of_class(const GraduatingClass& graduating, std::string action) {
  return {graduating.school.text(), "graduate", std::move(action), graduating.id.text(), ""};
}

}  // namespace

base::Result<std::vector<ShownClass>> graduating_classes(Installation& installation, const Hand& hand) {
  using Classes = std::vector<ShownClass>;
  return look<Classes>(installation.database, [&](Records& records) -> base::Result<Classes> {
    const auto seals = graduate_seals(installation, records, hand.sheet);
    if (!seals) return seals.problems();
    Classes shown;
    for (const GraduatingClass& each : records.graduates.classes(hand.sheet.school.id)) {
      const ClassWords words = opened_class(*seals, each);
      shown.push_back({each.id, words.label, installation.public_url + "/graduation/" + words.token, each.at,
                       each.expires, each.expires <= installation.clock.now(),
                       records.graduates.own_words(each.id).size()});
    }
    return shown;
  });
}

base::Result<bool> open_class(Installation& installation, const Hand& hand, const std::string& label,
                              std::int64_t days) {
  if (label.find_first_not_of(' ') == std::string::npos || label.size() > most_label_letters || days < 1 ||
      days > 365)
    return base::Problem(why::class_bad, "Give the class a short name, and its link from 1 to 365 days");
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        const auto seals = graduate_seals(installation, records, hand.sheet);
                        if (!seals) return seals.problems();
                        const auto id = GraduatingClassId::make(installation.random);
                        const std::string token = crypto::token_base64url(token_bits);
                        records.graduates.add(GraduatingClass{
                            id, hand.sheet.school.id, crypto::token_at_rest("graduation", token),
                            seals->seal(class_row(id), crypto::framed({label, token})), hand.actor.person.id,
                            now, now + days * base::one_day});
                        return Change<bool>(true, told_by(hand, "graduates.class.open", id.text()));
                      });
}

base::Result<bool> end_class(Installation& installation, const Hand& hand, const GraduatingClassId& id) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        const auto seals = graduate_seals(installation, records, hand.sheet);
                        if (!seals) return seals.problems();
                        const auto graduating = own_class(records, hand, id);
                        if (!graduating) return graduating.problems();
                        if (graduating->expires <= now) return Change<bool>::nothing(true);
                        records.graduates.end_class(id, now);
                        return Change<bool>(true, told_by(hand, "graduates.class.end", id.text()));
                      });
}

base::Result<std::string> class_csv(Installation& installation, const Hand& hand,
                                    const GraduatingClassId& id) {
  return look<std::string>(installation.database, [&](Records& records) -> base::Result<std::string> {
    const auto seals = graduate_seals(installation, records, hand.sheet);
    if (!seals) return seals.problems();
    const auto graduating = own_class(records, hand, id);
    if (!graduating) return graduating.problems();
    const auto roster = open_file(records, *seals, hand.sheet.school.id, roster_file);
    std::vector<OpenedWord> words;
    for (const OwnWord& kept : records.graduates.own_words(id))
      words.push_back(opened_word(*seals, kept, day_of(installation, kept.at)));
    return words_csv(words, roster ? roster->text : "");
  });
}

base::Result<SeenClass> class_at(Installation& installation, const std::string& token) {
  return look<SeenClass>(installation.database, [&](Records& records) -> base::Result<SeenClass> {
    const auto live = live_class(installation, records, token, installation.clock.now());
    if (!live) return live.problems();
    return SeenClass{live->school.name, opened_class(live->seals, live->graduating).label,
                     live->graduating.expires};
  });
}

base::Result<std::string> give_word(Installation& installation, const std::string& token,
                                    const GivenWord& given) {
  if (!given.consent)
    return base::Problem(why::consent_missing, "Nothing is kept unless you consent", {"consent", 0, 0});
  if (auto refused = refusal_of_word(given)) return *refused;
  const std::string secret = crypto::token_base64url(token_bits);
  return change<std::string>(installation.database, installation.clock,
                             [&](Records& records, base::Instant now) -> base::Result<Change<std::string>> {
                               const auto live = live_class(installation, records, token, now);
                               if (!live) return live.problems();
                               const auto id = OwnWordId::make(installation.random);
                               records.graduates.add(OwnWord{id, live->graduating.id, token_of_word(secret),
                                                             sealed_word(live->seals, id, given), now});
                               return Change<std::string>(
                                   secret, told_of_class(live->graduating, "graduation.consent"));
                             });
}

base::Result<std::optional<StandingWord>> word_at(Installation& installation, const std::string& secret) {
  using Standing = std::optional<StandingWord>;
  return look<Standing>(installation.database, [&](Records& records) -> base::Result<Standing> {
    const auto word = records.graduates.own_word_by_token(token_of_word(secret));
    if (!word) return Standing();
    const auto graduating = records.graduates.class_by_id(word->of_class);
    const auto school = records.schools.by_id(graduating->school);
    const auto seals = installation.keys.seals(records.schools, graduating->school.text());
    if (!seals) return seals.problems();
    return Standing(StandingWord{school->name, opened_word(*seals, *word, "").npi});
  });
}

base::Result<bool> take_word_back(Installation& installation, const std::string& secret) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant) -> base::Result<Change<bool>> {
                        const auto word = records.graduates.own_word_by_token(token_of_word(secret));
                        if (!word) return Change<bool>::nothing(false);
                        const auto graduating = records.graduates.class_by_id(word->of_class);
                        records.graduates.forget(word->id);
                        return Change<bool>(true, told_of_class(*graduating, "graduation.withdraw"));
                      });
}

std::optional<Throttled> count_class_try(Installation& installation, const std::string& address) {
  using Wait = std::optional<Throttled>;
  const auto counted = change<Wait>(installation.database, installation.clock,
                                    [&](Records& records, base::Instant now) -> base::Result<Change<Wait>> {
                                      return Change<Wait>::bookkeeping(count_try(
                                          records, {"graduation", network_of(address), class_limits}, now));
                                    });
  return counted ? *counted : std::nullopt;
}

}  // namespace smm::app
