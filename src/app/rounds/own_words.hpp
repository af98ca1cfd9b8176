// SPDX-License-Identifier: Apache-2.0
// Use case: what an office says in its own words around a round: a paragraph in invitations, by mail and by
// post, one in reminders, a line that signs them all, and labels of areas (round_edition.hpp). Plain text: a
// blank line parts paragraphs, nothing is a placeholder, nothing is HTML.
#pragma once

#include "app/installation/installation.hpp"
#include "app/installation/round_edition.hpp"
#include "app/people/post_mail.hpp"

namespace smm::app {

struct OwnWords {
  std::string invitation = {};
  std::string reminder = {};
  std::string signature = {};
  AreaLabels areas = {};

  friend bool operator==(const OwnWords&, const OwnWords&) = default;
};

inline constexpr std::size_t longest_own_paragraph = 600;  // characters: a letter has one sheet
inline constexpr std::size_t longest_signature = 200;
inline constexpr std::size_t longest_area_label = 60;

// Within a read or write.
OwnWords own_words(Records& records, const assessment::RoundId& round);

struct WordsOfRound {
  assessment::Round round;
  OwnWords words;
  std::shared_ptr<const ShelvedEdition> edition;  // as it is shipped
};

// Problems: round_not_found, those of the edition shelf.
base::Result<WordsOfRound> words_of_round(Installation& installation, const std::string& round);

// Problems: round_not_found, round_not_open for a frozen one, bad_own_words, whose place names the field:
// invitation, reminder, signature, or area.ID.
base::Result<OwnWords> keep_own_words(Installation& installation, const std::string& round,
                                      const OwnWords& words, const std::string& actor);

// Puts the paragraph of the office before a mail's button, and its line at the end.
void add_own_words(Letter& mail, const std::string& paragraph, const std::string& signature);

}  // namespace smm::app
