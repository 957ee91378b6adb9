# cmake -DNPM=… -DWEB=… -P npm_ci.cmake: installs web/node_modules from package-lock.json when it is
# missing or older than that file. The lock keeps two build folders from installing at the same time.

file(LOCK "${WEB}/.npm_ci.lock" GUARD PROCESS TIMEOUT 900)
set(installed "${WEB}/node_modules/.package-lock.json") # npm writes it last
if(NOT EXISTS "${installed}" OR "${WEB}/package-lock.json" IS_NEWER_THAN "${installed}")
  message(STATUS "npm ci in web/")
  execute_process(COMMAND "${NPM}" ci --no-audit --no-fund WORKING_DIRECTORY "${WEB}" RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "npm ci failed in web/. It needs the network once; after that node_modules is kept.")
  endif()
  file(TOUCH "${installed}")
endif()
