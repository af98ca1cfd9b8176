// SPDX-License-Identifier: Apache-2.0
// What was measured of an installation and its machine, as plain values; nothing here judges. What could not
// be measured is missing, with the words that were said instead (`fault`, empty when there is none).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"

namespace smm::app::operating {

// A file that holds a secret and is named by a setting.
struct SecretFileSeen {
  std::string setting;  // "mail_password_file"
  std::string path;
  bool there = false;
  unsigned rights = 0;  // 0600
};

struct SettingsSeen {
  std::string public_url;
  std::string listen;
  bool proxies = false;              // some are named
  bool mails = false;                // a way to send mail is set
  bool sender = false;               // mail_from is set
  std::vector<std::string> refused;  // why smm serve would not start
  std::vector<SecretFileSeen> secrets;
};

struct SchemaSeen {
  std::int64_t applied = 0;  // migrations
  std::int64_t known = 0;    // to this program
  std::string fault;         // the database cannot be opened, or its migrations are not this program's
};

// Settings of a PostgreSQL server.
struct ServerSeen {
  std::int64_t version = 0;  // 150004: 15.4
  std::string fsync;
  std::string full_page_writes;
  std::string synchronous_commit;
  std::int64_t connections = 0;  // max_connections
  bool local = true;             // reached on this machine
  bool encrypted = false;
};

struct ClockSeen {
  base::Instant machine;
  std::optional<base::Instant> database;      // what a server of its own says
  std::optional<base::Instant> file;          // when a file was written that was written now
  std::optional<base::Instant> last_written;  // of the audit log
  bool kept = false;                          // the system says that a time server keeps it
};

struct DiskSeen {
  std::string folder;
  std::uint64_t free_bytes = 0;
  std::uint64_t bytes = 0;
  std::uint64_t free_files = 0;                   // that can still be made
  std::uint64_t files = 0;                        // 0: this file system does not count them
  std::optional<std::chrono::microseconds> sync;  // to write a small file and to know it on disk
  std::optional<base::Instant> written;           // when, as the file system has it
  std::string fault;                              // of writing
};

struct KeySeen {
  std::string path;
  bool named = false;  // by a setting: then it is not made by itself
  bool there = false;
  unsigned rights = 0;
  base::Instant made;          // when the file was written
  bool with_the_data = false;  // the file lies in the folder of the data
  std::string fault;           // it holds no key
  std::string given;           // id of the key in the file
  std::string expected;        // id that the database was made with; empty: none yet
  std::int64_t keys = 0;       // data keys of the database
  std::int64_t unopened = 0;   // of which do not open
};

struct MailSeen {
  std::string way;    // "smtp.example.org:587", a folder; empty: none is set
  std::string fault;  // why no mail can be handed over there
};

struct OutboxSeen {
  std::int64_t waiting = 0;
  std::int64_t unknown = 0;
  std::int64_t refused = 0;
  std::optional<base::Instant> oldest;  // of those that wait
};

struct PrinterSeen {
  std::string what;  // the program, or the socket that is asked; empty: there is none
  std::chrono::milliseconds time{0};
  std::string fault;
};

struct BackupsSeen {
  std::optional<base::Instant> last;
  base::Instant made;  // when the database was made here
};

struct Measured {
  base::Instant now;
  SettingsSeen settings;
  SchemaSeen schema;
  std::optional<ServerSeen> server;  // with PostgreSQL
  ClockSeen clock;
  std::vector<DiskSeen> disks;
  KeySeen key;
  MailSeen mail;
  std::optional<OutboxSeen> outbox;  // without a database there is none, nor backups
  PrinterSeen printer;
  std::optional<BackupsSeen> backups;
};

}  // namespace smm::app::operating
