// SPDX-License-Identifier: Apache-2.0
#include "web/http/listening.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/environment_error.hpp"
#include "web/http/ascii.hpp"
#include "web/http/problems.hpp"

namespace smm::web::http {
namespace {

constexpr std::string_view unix_prefix = "unix:";

// Any socket address of the kernel, and its length.
struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t length = sizeof(sockaddr_storage);

  sockaddr* pointer() { return reinterpret_cast<sockaddr*>(&storage); }
  int family() const { return storage.ss_family; }
};

Address mapped(const in_addr& ipv4) {
  Address address;
  address.bytes[10] = address.bytes[11] = 0xFF;
  std::memcpy(address.bytes.data() + 12, &ipv4, 4);
  return address;
}

bool is_ipv4(const Address& address) {
  in_addr last{};
  std::memcpy(&last, address.bytes.data() + 12, 4);
  return address == mapped(last);
}

SocketAddress unix_socket_address(const std::string& path) {
  SocketAddress made;
  sockaddr_un where{};
  where.sun_family = AF_UNIX;
  if (path.size() >= sizeof where.sun_path)
    throw base::EnvironmentError("the path of the Unix socket is too long");
  std::ranges::copy(path, where.sun_path);
  std::memcpy(&made.storage, &where, sizeof where);
  made.length = sizeof where;
  return made;
}

SocketAddress network_socket_address(const ListenAddress& listen) {
  SocketAddress made;
  if (is_ipv4(listen.address)) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(listen.port);
    std::memcpy(&where.sin_addr, listen.address.bytes.data() + 12, 4);
    std::memcpy(&made.storage, &where, sizeof where);
    made.length = sizeof where;
  } else {
    sockaddr_in6 where{};
    where.sin6_family = AF_INET6;
    where.sin6_port = htons(listen.port);
    std::memcpy(&where.sin6_addr, listen.address.bytes.data(), 16);
    std::memcpy(&made.storage, &where, sizeof where);
    made.length = sizeof where;
  }
  return made;
}

// Only what nobody listens on: taking the socket of a running server away would be silent.
void remove_dead_socket(const std::string& path, SocketAddress& where) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0 || !S_ISSOCK(status.st_mode)) return;
  const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const bool dead = connect(probe, where.pointer(), where.length) != 0 && errno == ECONNREFUSED;
  close(probe);
  if (dead) unlink(path.c_str());
}

bool bind_and_listen(int socket, const ListenAddress& listen, SocketAddress& where) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (listen.is_unix()) remove_dead_socket(listen.unix_path, where);
  if (bind(socket, where.pointer(), where.length) != 0) return false;
  if (listen.is_unix() && chmod(listen.unix_path.c_str(), 0660) != 0) return false;
  return ::listen(socket, 511) == 0;
}

base::Problem bad_address(std::string_view text) {
  return {problem::bad_listen_address,
          "\"" + std::string(text) + "\" is not like 127.0.0.1:8080, [::1]:8080 or unix:/path/to/socket"};
}

}  // namespace

bool ListenAddress::is_loopback() const {
  const AddressBlock ipv4 = *parse_address_block("127.0.0.0/8");
  return is_unix() || ipv4.contains(address) || address == *parse_address("::1");
}

base::Result<ListenAddress> parse_listen_address(std::string_view text) {
  if (text.starts_with(unix_prefix)) {
    const std::string path(text.substr(unix_prefix.size()));
    if (!path.starts_with('/')) return bad_address(text);
    return ListenAddress{{}, 0, path};
  }
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return bad_address(text);
  const std::string_view name = text.substr(0, colon);
  const bool bare_ipv6 = name.find(':') != std::string_view::npos && !name.starts_with('[');
  const auto address = parse_address(name == "localhost" ? "127.0.0.1" : name);
  const auto port = whole_number(text.substr(colon + 1));
  if (!address || bare_ipv6 || !port || *port > 65535) return bad_address(text);
  return ListenAddress{*address, static_cast<std::uint16_t>(*port), ""};
}

int open_listening_socket(const ListenAddress& listen) {
  SocketAddress where =
      listen.is_unix() ? unix_socket_address(listen.unix_path) : network_socket_address(listen);
  const int made = socket(where.family(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (made >= 0 && bind_and_listen(made, listen, where)) return made;
  const std::string reason = std::generic_category().message(errno);
  if (made >= 0) close(made);
  const std::string name = listen.is_unix()
                               ? listen.unix_path
                               : to_string(listen.address) + " port " + std::to_string(listen.port);
  throw base::EnvironmentError("cannot listen on " + name + ": " + reason);
}

std::uint16_t port_of(int socket) {
  SocketAddress where;
  if (getsockname(socket, where.pointer(), &where.length) != 0) return 0;
  sockaddr_in6 network{};  // the port stands at the same place for IPv4
  std::memcpy(&network, &where.storage, sizeof network);
  return where.family() == AF_INET || where.family() == AF_INET6 ? ntohs(network.sin6_port)
                                                                 : std::uint16_t{0};
}

std::string peer_of(int socket) {
  SocketAddress where;
  if (getpeername(socket, where.pointer(), &where.length) != 0) return "unknown";
  if (where.family() == AF_UNIX) return "unix";
  Address address;
  if (where.family() == AF_INET) {
    sockaddr_in network{};
    std::memcpy(&network, &where.storage, sizeof network);
    address = mapped(network.sin_addr);
  } else {
    sockaddr_in6 network{};
    std::memcpy(&network, &where.storage, sizeof network);
    std::memcpy(address.bytes.data(), &network.sin6_addr, 16);
  }
  return to_string(address);
}

}  // namespace smm::web::http
