@echo off
rem Mo cua so lenh o dung thu muc nay, ke ca thu muc mang.
chcp 65001 >nul
pushd "%~dp0"
baocao.exe
cmd /k
