// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL server of this test program's own: made in a new folder, reached through a Unix socket there
// and no port, started when first asked for, stopped and removed at the program's end. Nothing of a server
// that the machine runs besides is touched. Its settings are those of a careful installation (fsync on).
//
// Run as root, it starts as the user postgres, since PostgreSQL refuses root. It dies with its parent.
#pragma once

#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace smm::test {

class PrivatePostgres {
 public:
  // Null when this machine has no PostgreSQL that this user can start; as root that is an error instead.
  static PrivatePostgres* get() {
    static const std::unique_ptr<PrivatePostgres> server = started();
    return server.get();
  }

  PrivatePostgres(const PrivatePostgres&) = delete;
  PrivatePostgres& operator=(const PrivatePostgres&) = delete;
  ~PrivatePostgres() {
    stop(SIGINT);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  const std::string& folder() const { return folder_; }

  // A connection string whose statements see only `schema`, which has to be made.
  std::string url(const std::string& schema = "public") const {
    return "host=" + folder_ + " user=postgres dbname=postgres options='-csearch_path=" + schema + "'";
  }

 private:
  PrivatePostgres(std::string programs, std::string folder)
      : programs_(std::move(programs)), folder_(std::move(folder)) {
    const std::string place = folder_ + "/cluster";
    wait_for(run({programs_ + "/initdb", "-D", place, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync", "--no-instructions"}));
    server_ =
        run({programs_ + "/postgres", "-D", place, "-k", folder_, "-c", "listen_addresses=", "-c",
             "shared_buffers=16MB", "-c", "dynamic_shared_memory_type=mmap", "-c", "max_connections=120"});
    wait_until_ready();
  }

  static std::unique_ptr<PrivatePostgres> started() {
    const auto programs = programs_folder();
    if (!programs && geteuid() != 0) return nullptr;
    if (!programs) throw std::runtime_error("There is no PostgreSQL; ./dev install test");
    std::string folder = "/tmp/smm-postgres-XXXXXX";  // short, as the name of a socket has to be
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("There is no room in /tmp.");
    if (const passwd* user = server_user())
      if (chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown failed");
    return std::unique_ptr<PrivatePostgres>(new PrivatePostgres(*programs, folder));
  }

  static std::optional<std::string> programs_folder() {
    for (const char* version : {"15", "16", "17", "18"}) {
      const std::string folder = std::string("/usr/lib/postgresql/") + version + "/bin";
      if (std::filesystem::exists(folder + "/initdb")) return folder;
    }
    return std::nullopt;
  }

  static const passwd* server_user() { return geteuid() == 0 ? getpwnam("postgres") : nullptr; }

  // Between fork and exec, so only what is allowed there; the list of arguments is ready before.
  pid_t run(const std::vector<std::string>& command) const {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::string log = folder_ + "/log.txt";
    const passwd* user = server_user();
    const pid_t child = fork();
    if (child != 0) return child;
    if (user != nullptr &&
        (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0))
      _exit(126);
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (freopen(log.c_str(), "a", stdout) == nullptr || dup2(1, 2) < 0 || chdir("/") != 0) _exit(126);
    execv(arguments[0], arguments.data());
    _exit(127);
  }

  void wait_for(pid_t child) const {
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) fail("initdb failed");
  }

  void wait_until_ready() {
    for (int attempt = 0; attempt < 600; ++attempt) {
      if (PQping(url().c_str()) == PQPING_OK) return;
      if (waitpid(server_, nullptr, WNOHANG) != 0) fail("the server ended");
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    stop(SIGQUIT);
    fail("the server does not answer");
  }

  void stop(int signal) const {
    kill(server_, signal);
    waitpid(server_, nullptr, 0);
  }

  [[noreturn]] void fail(const std::string& what) const {
    std::ifstream log(folder_ + "/log.txt");
    throw std::runtime_error("PostgreSQL for tests: " + what + "\n" +
                             std::string(std::istreambuf_iterator<char>(log), {}));
  }

  std::string programs_;
  std::string folder_;
  pid_t server_ = 0;
};

}  // namespace smm::test
