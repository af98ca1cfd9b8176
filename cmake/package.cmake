# What ./dev deb puts into a Debian package: the program, its units and samples as docs/howto has them, and the
# documents. CPack makes it of a release build.
set(doc share/doc/smm)
set(pages ${CMAKE_BINARY_DIR}/package)

install(TARGETS smm RUNTIME DESTINATION bin)
set(units smm.service smm-print.socket smm-print.service smm-backup.service smm-backup.timer)
list(TRANSFORM units PREPEND docs/howto/)
install(FILES ${units} DESTINATION /lib/systemd/system)
install(FILES tools/deb/sysusers.conf DESTINATION lib/sysusers.d RENAME smm.conf)
install(FILES tools/deb/tmpfiles.conf DESTINATION lib/tmpfiles.d RENAME smm.conf)
install(FILES docs/howto/smm.toml DESTINATION /etc/smm)
install(FILES tools/deb/lintian-overrides DESTINATION share/lintian/overrides RENAME smm)
install(FILES docs/howto/nginx.conf DESTINATION ${doc}/examples RENAME nginx-site.conf)
install(FILES docs/howto/smm.toml docs/howto/alerts.yaml DESTINATION ${doc}/examples)
install(FILES README.md SECURITY.md tools/deb/copyright DESTINATION ${doc})
install(DIRECTORY docs/howto docs/reference docs/methods DESTINATION ${doc} FILES_MATCHING PATTERN "*.md")
install(CODE "execute_process(COMMAND tools/deb/pages $<TARGET_FILE:smm> ${PROJECT_VERSION} ${pages}
                              WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} COMMAND_ERROR_IS_FATAL ANY)")
install(FILES ${pages}/smm.1.gz DESTINATION share/man/man1)
install(FILES ${pages}/changelog.gz ${pages}/changelog.Debian.gz DESTINATION ${doc})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME smm)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Social Mission Metrics <maintainers@metrics.example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles, ca-certificates, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "chromium, nginx")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "self-assessment of the social mission of health professions schools
A program office runs rounds in which schools answer a standard, versioned
self-assessment together. Answers are sealed; each school gets a report that
compares it with similar schools without telling of any of them, and a signed
badge that tells no score. Outcomes of graduates are traced in the national
provider registry.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA tools/deb/postinst tools/deb/prerm tools/deb/postrm tools/deb/conffiles)
list(TRANSFORM CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA PREPEND ${CMAKE_SOURCE_DIR}/)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
