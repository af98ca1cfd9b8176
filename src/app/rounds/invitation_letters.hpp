// SPDX-License-Identifier: Apache-2.0
// Use case: invitations as letters for the post, one sheet each, with a code that the dean types
// (app/people/letter_code.hpp) instead of the link of the mail.
//
// Codes are made when letters are made, so that nobody can print the same letter twice; only hashes are kept.
// An earlier letter stays good beside a later one. First the letters are drafted and printed, then their
// codes are kept: what could not be printed leaves nothing behind.
#pragma once

#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"

namespace smm::app {

struct PostLetter {
  assessment::SchoolId school;
  std::string school_code;
  std::string school_name;
  std::optional<assessment::PersonId> person;  // not in a preview of who was not invited yet
  Mailbox to;
  std::vector<std::string> address;  // lines; none: the roster has no address
  std::string code;                  // as it is printed
};

struct PostLetters {
  assessment::Round round;
  std::vector<PostLetter> letters;    // by code of the school
  bool preview = false;               // with a code that opens nothing
  std::vector<std::string> own = {};  // paragraphs in the office's own words
  std::string signature = {};         // the office's line
};

// To the deans of all schools that were invited and have not answered; or to one school, which may have
// declined. Problems: round_not_found, not_there, round_not_open, nobody_to_invite.
base::Result<PostLetters> draft_letters(Installation& installation, const std::string& round,
                                        const std::string& school = {});

// What one would look like, also for a school that is still to be invited.
base::Result<PostLetters> preview_letter(Installation& installation, const std::string& round,
                                         const std::string& school);

// From now on the codes are good. The log of each school tells that a letter was printed, never the code.
base::Result<std::size_t> keep_letters(Installation& installation, const PostLetters& letters,
                                       const std::string& actor);

// A document to print, and to make a PDF of.
std::string letters_html(const Installation& installation, const Pages& pages, const PostLetters& letters);

// An address of the roster as lines: at its line breaks, or "1 Main St, Salem, OR 97301" before the town.
std::vector<std::string> address_lines(std::string_view address);

}  // namespace smm::app
