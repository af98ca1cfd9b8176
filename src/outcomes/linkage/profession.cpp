// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/profession.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "outcomes/linkage/folded_text.hpp"

namespace smm::outcomes::linkage {
namespace {

using enum Profession;

constexpr std::pair<std::string_view, Profession> credential_words[] = {{"md", allopathic_physician},
                                                                        {"mbbs", allopathic_physician},
                                                                        {"mbchb", allopathic_physician},
                                                                        {"do", osteopathic_physician},
                                                                        {"dds", dentist},
                                                                        {"dmd", dentist},
                                                                        {"np", nurse_practitioner},
                                                                        {"npc", nurse_practitioner},
                                                                        {"aprn", nurse_practitioner},
                                                                        {"arnp", nurse_practitioner},
                                                                        {"crnp", nurse_practitioner},
                                                                        {"cnp", nurse_practitioner},
                                                                        {"apn", nurse_practitioner},
                                                                        {"apnp", nurse_practitioner},
                                                                        {"dnp", nurse_practitioner},
                                                                        {"fnp", nurse_practitioner},
                                                                        {"fnpc", nurse_practitioner},
                                                                        {"fnpbc", nurse_practitioner},
                                                                        {"agnp", nurse_practitioner},
                                                                        {"agpcnp", nurse_practitioner},
                                                                        {"agacnp", nurse_practitioner},
                                                                        {"acnp", nurse_practitioner},
                                                                        {"anp", nurse_practitioner},
                                                                        {"gnp", nurse_practitioner},
                                                                        {"pnp", nurse_practitioner},
                                                                        {"cpnp", nurse_practitioner},
                                                                        {"pmhnp", nurse_practitioner},
                                                                        {"pmhnpbc", nurse_practitioner},
                                                                        {"whnp", nurse_practitioner},
                                                                        {"nnp", nurse_practitioner},
                                                                        {"msn", nurse_practitioner},
                                                                        {"pa", physician_assistant},
                                                                        {"pac", physician_assistant},
                                                                        {"rpac", physician_assistant},
                                                                        {"mpas", physician_assistant},
                                                                        {"mspas", physician_assistant},
                                                                        {"rn", registered_nurse},
                                                                        {"bsn", registered_nurse},
                                                                        {"bsnrn", registered_nurse},
                                                                        {"adn", registered_nurse},
                                                                        {"asn", registered_nurse},
                                                                        {"lpn", practical_nurse},
                                                                        {"lvn", practical_nurse},
                                                                        {"pharmd", pharmacist},
                                                                        {"rph", pharmacist},
                                                                        {"cnm", midwife},
                                                                        {"crna", nurse_anesthetist},
                                                                        {"od", optometrist},
                                                                        {"dpm", podiatrist},
                                                                        {"psyd", psychologist},
                                                                        {"lcsw", social_worker},
                                                                        {"lmsw", social_worker},
                                                                        {"msw", social_worker},
                                                                        {"pt", therapist},
                                                                        {"dpt", therapist},
                                                                        {"ot", therapist},
                                                                        {"otr", therapist},
                                                                        {"otrl", therapist},
                                                                        {"slp", therapist},
                                                                        {"cccslp", therapist}};

Profession credential_word(std::string_view word) {
  for (const auto& [text, profession] : credential_words)
    if (text == word) return profession;
  return other;
}

// "M.D., Ph.D." without its periods, "PA-C" without its hyphen.
std::string credential_letters(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (c != '.' && c != '-') letters += c;
  return folded(letters);
}

constexpr std::pair<std::string_view, Profession> programme_words[] = {
    {"osteopath", osteopathic_physician},
    {"physician assist", physician_assistant},
    {"physician assoc", physician_assistant},
    {"practitioner", nurse_practitioner},
    {"anesthe", nurse_anesthetist},
    {"midwi", midwife},
    {"nursing np", nurse_practitioner},
    {"nursing dnp", nurse_practitioner},
    {"nursing msn", nurse_practitioner},
    {"practical", practical_nurse},
    {"vocational", practical_nurse},
    {"nurs", registered_nurse},
    {"dent", dentist},
    {"pharm", pharmacist},
    {"optom", optometrist},
    {"podiat", podiatrist},
    {"psychol", psychologist},
    {"social work", social_worker},
    {"therap", therapist},
    {"medic", allopathic_physician},
    {"allopath", allopathic_physician}};

struct CodeGroup {
  std::string_view prefix;
  TaxonomyGroup group;
};

// Longer beginnings before the shorter ones that they refine.
constexpr CodeGroup code_groups[] = {{"390200000X", TaxonomyGroup::student},
                                     {"20", TaxonomyGroup::physician},
                                     {"122", TaxonomyGroup::dentist},
                                     {"363L", TaxonomyGroup::nurse_practitioner},
                                     {"364S", TaxonomyGroup::nurse_practitioner},
                                     {"363A", TaxonomyGroup::physician_assistant},
                                     {"367A", TaxonomyGroup::midwife},
                                     {"3675", TaxonomyGroup::nurse_anesthetist},
                                     {"163W", TaxonomyGroup::registered_nurse},
                                     {"164", TaxonomyGroup::practical_nurse},
                                     {"183", TaxonomyGroup::pharmacist},
                                     {"152W", TaxonomyGroup::optometrist},
                                     {"213E", TaxonomyGroup::podiatrist},
                                     {"103", TaxonomyGroup::psychologist},
                                     {"10", TaxonomyGroup::counselor},
                                     {"22", TaxonomyGroup::therapist},
                                     {"23", TaxonomyGroup::therapist},
                                     {"24", TaxonomyGroup::technician},
                                     {"37", TaxonomyGroup::technician}};

}  // namespace

std::string_view name_of(Profession profession) {
  constexpr std::string_view names[professions] = {"other",
                                                   "allopathic physician",
                                                   "osteopathic physician",
                                                   "dentist",
                                                   "nurse practitioner",
                                                   "physician assistant",
                                                   "registered nurse",
                                                   "practical nurse",
                                                   "pharmacist",
                                                   "midwife",
                                                   "nurse anesthetist",
                                                   "optometrist",
                                                   "podiatrist",
                                                   "psychologist",
                                                   "social worker",
                                                   "therapist"};
  return names[static_cast<unsigned>(profession)];
}

bool npi_is_expected(Profession profession) {
  return profession != registered_nurse && profession != practical_nurse;
}

std::uint16_t professions_in(std::string_view credential) {
  const std::string letters = credential_letters(credential);
  unsigned bits = 0;
  for (const std::string_view word : words(letters))
    if (const Profession found = credential_word(word); found != other)
      bits |= 1u << static_cast<unsigned>(found);
  if (bits == 0)
    if (const Profession found = credential_word(squeezed(letters)); found != other)
      bits = 1u << static_cast<unsigned>(found);
  return static_cast<std::uint16_t>(bits);
}

Profession profession_of(std::string_view credential, std::string_view programme) {
  for (const std::string_view text : {credential, programme}) {
    const std::string letters = credential_letters(text);
    Profession found = credential_word(squeezed(letters));
    // "BSN, RN, FNP" names the nurse practitioner last; the highest of nursing counts.
    for (const std::string_view word : words(letters)) {
      const Profession next = credential_word(word);
      if (next != other && (found == other || found == registered_nurse)) found = next;
    }
    if (found != other) return found;
  }
  std::string text = folded(programme);
  for (const auto& [word, profession] : programme_words)
    if (text.find(word) != std::string::npos) return profession;
  return other;
}

std::string_view name_of(TaxonomyGroup group) {
  constexpr std::string_view names[taxonomy_groups] = {"no taxonomy",        "student",
                                                       "physician",          "dentist",
                                                       "nurse practitioner", "physician assistant",
                                                       "registered nurse",   "practical nurse",
                                                       "pharmacist",         "midwife",
                                                       "nurse anesthetist",  "optometrist",
                                                       "podiatrist",         "psychologist",
                                                       "counselor",          "therapist",
                                                       "technician",         "other"};
  return names[static_cast<unsigned>(group)];
}

TaxonomyGroup group_of_taxonomy(std::string_view code) {
  if (code.empty()) return TaxonomyGroup::none;
  for (const CodeGroup& entry : code_groups)
    if (code.starts_with(entry.prefix)) return entry.group;
  return TaxonomyGroup::other;
}

TaxonomyGroup usual_group(Profession profession) {
  constexpr TaxonomyGroup groups[professions] = {TaxonomyGroup::other,
                                                 TaxonomyGroup::physician,
                                                 TaxonomyGroup::physician,
                                                 TaxonomyGroup::dentist,
                                                 TaxonomyGroup::nurse_practitioner,
                                                 TaxonomyGroup::physician_assistant,
                                                 TaxonomyGroup::registered_nurse,
                                                 TaxonomyGroup::practical_nurse,
                                                 TaxonomyGroup::pharmacist,
                                                 TaxonomyGroup::midwife,
                                                 TaxonomyGroup::nurse_anesthetist,
                                                 TaxonomyGroup::optometrist,
                                                 TaxonomyGroup::podiatrist,
                                                 TaxonomyGroup::psychologist,
                                                 TaxonomyGroup::counselor,
                                                 TaxonomyGroup::therapist};
  return groups[static_cast<unsigned>(profession)];
}

}  // namespace smm::outcomes::linkage
