@echo off
rem Mo trang cua baocao trong trinh duyet. Cua so nay con mo thi trang con dung duoc.
chcp 65001 >nul
pushd "%~dp0"
baocao.exe serve --open
if errorlevel 1 pause
popd
