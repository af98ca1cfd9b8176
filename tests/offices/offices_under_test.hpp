// SPDX-License-Identifier: Apache-2.0
// Two offices, rivers and hills, in the file that --offices names, on either engine; the program, run on them
// as a person does; and one that serves them.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <filesystem>
#include <functional>

#include "child_process.hpp"
#include "private_postgres.hpp"
#include "scratch_folder.hpp"

namespace smm::offices {
using namespace std::chrono_literals;

// Everything that comes back until the connection ends.
inline std::string asked(int port, const std::string& bytes) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(static_cast<std::uint16_t>(port));
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (connect(socket, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0 &&
      send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size())) {
    char piece[4096];
    for (ssize_t count = 0; (count = recv(socket, piece, sizeof piece, 0)) > 0;)
      answer.append(piece, static_cast<std::size_t>(count));
  }
  close(socket);
  return answer;
}

inline int status_of(const std::string& answer) {
  return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
}

inline bool eventually(const std::function<bool()>& condition) {
  for (int i = 0; i < 600; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(100ms);
  }
  return false;
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

enum class Engine { sqlite, postgres };

class OfficesUnderTest : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (GetParam() == Engine::postgres && test::PrivatePostgres::get() == nullptr)
      GTEST_SKIP() << "NOT TESTED: there is no PostgreSQL here that this user can start.";
    static int count = 0;  // schemas of one server
    const std::string schemas = "served" + std::to_string(++count) + "_";
    std::string text = "offices_folder = \"" + folder_.path("offices") + "\"\nworkers = 4\n";
    std::filesystem::create_directories(folder_.path("offices"));
    if (GetParam() == Engine::postgres)
      text += "database = \"host=" + test::PrivatePostgres::get()->folder() +
              " user=postgres dbname=postgres\"\n";
    for (const char* name : {"hills", "rivers"}) {
      const std::string office = name;
      text += "[offices." + office + "]\npublic_url = \"https://" + office + ".example.org\"\n";
      text += "mail_from = \"office@" + office + ".example.org\"\n";
      text += "mail_folder = \"" + folder_.path(office + "-mails") + "\"\n";
      if (GetParam() == Engine::postgres) text += "schema = \"" + schemas + office + "\"\n";
    }
    file_ = folder_.write("offices.toml", text);
  }

  // As typed after "smm "; what it prints on either stream.
  std::string smm(const std::string& arguments, int code = 0) {
    const std::string out = folder_.path("out");
    const std::string command =
        std::string(SMM_PROGRAM) + " " + arguments + " --offices " + file_ + " >" + out + " 2>&1";
    EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), code) << arguments << "\n" << text_of(out);
    return text_of(out);
  }

  // A file with one school, LAKE.
  std::string roster() const {
    return folder_.write("schools.csv",
                         "school_id,programme,name,institution_id,dean_name,dean_email\n"
                         "lake,medicine_md,Lake School,lake-u,Dee Dean,dean@lake.example\n");
  }

  void serve() {
    server_ = std::make_unique<test::ChildProcess>(
        std::vector<std::string>{SMM_PROGRAM, "serve", "--offices", file_, "--listen", "127.0.0.1:0"});
    const std::string line = server_->line();
    ASSERT_TRUE(line.starts_with("Listening on http://127.0.0.1:")) << line;
    port_ = std::stoi(line.substr(line.rfind(':') + 1));
  }

  std::string get(const std::string& host, const std::string& path, const std::string& more = "") const {
    return asked(port_, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more +
                            "Accept: text/html\r\nConnection: close\r\n\r\n");
  }
  int status(const std::string& host, const std::string& path, const std::string& more = "") const {
    return status_of(get(host, path, more));
  }

  std::string path(const std::string& name) const { return folder_.path(name); }
  int port() const { return port_; }

  // The path of the set-up link that was printed.
  static std::string link_in(const std::string& text) {
    const std::size_t at = text.find("\n  https://");
    if (at == std::string::npos) return "";
    const std::size_t path = text.find('/', at + std::string("\n  https://").size());
    return text.substr(path, text.find('\n', path) - path);
  }

 private:
  test::ScratchFolder folder_;
  std::string file_;
  std::unique_ptr<test::ChildProcess> server_;
  int port_ = 0;
};

#define SMM_OFFICES_ON_EACH_DATABASE(Suite)                              \
  class Suite : public smm::offices::OfficesUnderTest {};                \
  INSTANTIATE_TEST_SUITE_P(                                              \
      Engines, Suite, testing::Values(Engine::sqlite, Engine::postgres), \
      [](const auto& tested) { return tested.param == Engine::sqlite ? "sqlite" : "postgres"; })

}  // namespace smm::offices
