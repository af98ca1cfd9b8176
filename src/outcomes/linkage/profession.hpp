// SPDX-License-Identifier: Apache-2.0
// Which profession a roster or the registry speaks of, as far as linkage needs to tell them apart.
//
// A credential ("M.D., Ph.D.") may name several; a taxonomy code belongs to one group. A student in training
// (390200000X) is a group of its own: many graduates stand so in the registry for years. Registered and
// practical nurses mostly have no NPI, so that "none expected" is not "not found".
#pragma once

#include <cstdint>
#include <string_view>

namespace smm::outcomes::linkage {

enum class Profession : std::uint8_t {
  other,
  allopathic_physician,
  osteopathic_physician,
  dentist,
  nurse_practitioner,
  physician_assistant,
  registered_nurse,
  practical_nurse,
  pharmacist,
  midwife,
  nurse_anesthetist,
  optometrist,
  podiatrist,
  psychologist,
  social_worker,
  therapist
};
inline constexpr unsigned professions = 16;

std::string_view name_of(Profession profession);
bool npi_is_expected(Profession profession);

// Bits by Profession of all that a credential names; 0 when it names none that is known.
std::uint16_t professions_in(std::string_view credential);
// Of a roster's row: from the credential, else from the programme.
Profession profession_of(std::string_view credential, std::string_view programme);

// Groups of taxonomy codes.
enum class TaxonomyGroup : std::uint8_t {
  none,
  student,
  physician,
  dentist,
  nurse_practitioner,
  physician_assistant,
  registered_nurse,
  practical_nurse,
  pharmacist,
  midwife,
  nurse_anesthetist,
  optometrist,
  podiatrist,
  psychologist,
  counselor,
  therapist,
  technician,
  other
};
inline constexpr unsigned taxonomy_groups = 18;

std::string_view name_of(TaxonomyGroup group);
TaxonomyGroup group_of_taxonomy(std::string_view code);
TaxonomyGroup usual_group(Profession profession);

}  // namespace smm::outcomes::linkage
